package dev.tightrope.scheduler.outreach;

import dev.tightrope.events.EmailSent;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Learns when the mail was accepted. */
@ApplicationScoped
class MirrorEmailSent implements EventHandler<EmailSent> {
    private final Mirror mirror;

    MirrorEmailSent(Mirror mirror) {
        this.mirror = mirror;
    }

    @Override
    public Class<EmailSent> eventClass() {
        return EmailSent.class;
    }

    @Override
    public void handle(Received<EmailSent> received) {
        EmailSent event = received.data();
        mirror.emailSent(event.ref(), event.acceptedAt());
    }
}
