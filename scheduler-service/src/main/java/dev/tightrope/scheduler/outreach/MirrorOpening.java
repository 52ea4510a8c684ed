package dev.tightrope.scheduler.outreach;

import dev.tightrope.events.OutreachOpened;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Learns whom an outreach is about. */
@ApplicationScoped
class MirrorOpening implements EventHandler<OutreachOpened> {
    private final Mirror mirror;

    MirrorOpening(Mirror mirror) {
        this.mirror = mirror;
    }

    @Override
    public Class<OutreachOpened> eventClass() {
        return OutreachOpened.class;
    }

    @Override
    public void handle(Received<OutreachOpened> received) {
        OutreachOpened event = received.data();
        mirror.opened(event);
    }
}
