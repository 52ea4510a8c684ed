package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.outreach.MailCancelled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Withdraws a mail that may not go any more, in the transaction that says so. */
@ApplicationScoped
class CancelMail {
    private final Deliveries deliveries;

    CancelMail(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    void on(@Observes MailCancelled cancelled) {
        deliveries.cancel(cancelled.outreach().id(), cancelled.outreach().round(), cancelled.reason());
    }
}
