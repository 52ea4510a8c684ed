package dev.tightrope.scheduler.outreach;

import dev.tightrope.events.EmailPrepared;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Learns the subject under which the mail goes. */
@ApplicationScoped
class MirrorSubject implements EventHandler<EmailPrepared> {
    private final Mirror mirror;

    MirrorSubject(Mirror mirror) {
        this.mirror = mirror;
    }

    @Override
    public Class<EmailPrepared> eventClass() {
        return EmailPrepared.class;
    }

    @Override
    public void handle(Received<EmailPrepared> received) {
        EmailPrepared event = received.data();
        mirror.subject(event.ref(), event.subject());
    }
}
