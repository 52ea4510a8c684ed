package dev.tightrope.voicemail.outreach;

import dev.tightrope.events.EmailReopened;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

@ApplicationScoped
class EmailReopenedHandler implements EventHandler<EmailReopened> {
    private final Mirror mirror;
    private final Outreaches outreaches;
    private final Event<EmailUnlocked> told;

    EmailReopenedHandler(Mirror mirror, Outreaches outreaches, Event<EmailUnlocked> told) {
        this.mirror = mirror;
        this.outreaches = outreaches;
        this.told = told;
    }

    @Override
    public Class<EmailReopened> eventClass() {
        return EmailReopened.class;
    }

    @Override
    public void handle(Received<EmailReopened> received) {
        EmailReopened reopened = received.data();
        mirror.touch(reopened.ref());
        mirror.emailReopened(reopened.ref());
        outreaches
                .find(reopened.ref().outreachId())
                .ifPresent(outreach -> told.fire(new EmailUnlocked(outreach, reopened.reason(), reopened.actedBy())));
    }
}
