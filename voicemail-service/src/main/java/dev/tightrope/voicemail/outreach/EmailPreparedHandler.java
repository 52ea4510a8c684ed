package dev.tightrope.voicemail.outreach;

import dev.tightrope.events.EmailPrepared;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

@ApplicationScoped
class EmailPreparedHandler implements EventHandler<EmailPrepared> {
    private final Mirror mirror;
    private final Outreaches outreaches;
    private final Event<EmailLocked> told;

    EmailPreparedHandler(Mirror mirror, Outreaches outreaches, Event<EmailLocked> told) {
        this.mirror = mirror;
        this.outreaches = outreaches;
        this.told = told;
    }

    @Override
    public Class<EmailPrepared> eventClass() {
        return EmailPrepared.class;
    }

    @Override
    public void handle(Received<EmailPrepared> received) {
        EmailPrepared prepared = received.data();
        mirror.touch(prepared.ref());
        mirror.emailPrepared(prepared);
        outreaches.find(prepared.ref().outreachId()).ifPresent(outreach -> {
            LockedEmail email = outreach.email();
            if (email != null) {
                told.fire(new EmailLocked(outreach, email));
            }
        });
    }
}
