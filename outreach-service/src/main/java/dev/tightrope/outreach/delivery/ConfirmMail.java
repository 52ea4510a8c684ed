package dev.tightrope.outreach.delivery;

import dev.tightrope.events.EmailSent;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.outreach.outreach.MailConfirmed;
import dev.tightrope.outreach.outreach.OutreachView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

/** Puts on record that a mail of unknown outcome was accepted after all, and tells the other services. */
@ApplicationScoped
class ConfirmMail {
    private final Deliveries deliveries;
    private final Outbox outbox;
    private final Event<MailHandedOver> handedOver;

    ConfirmMail(Deliveries deliveries, Outbox outbox, Event<MailHandedOver> handedOver) {
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.handedOver = handedOver;
    }

    void on(@Observes MailConfirmed confirmed) {
        OutreachView outreach = confirmed.outreach();
        deliveries.confirm(outreach.id(), outreach.round()).ifPresent(mail -> {
            outbox.append(new EmailSent(
                    outreach.ref(),
                    mail.emailVersion(),
                    mail.approvedHash(),
                    mail.messageId(),
                    mail.releasedAt(),
                    mail.dotAt()));
            handedOver.fire(new MailHandedOver(mail.id(), true));
        });
    }
}
