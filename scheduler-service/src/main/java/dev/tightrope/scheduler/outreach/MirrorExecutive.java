package dev.tightrope.scheduler.outreach;

import dev.tightrope.events.ExecutiveCorrected;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Learns the executive's corrected data. */
@ApplicationScoped
class MirrorExecutive implements EventHandler<ExecutiveCorrected> {
    private final Mirror mirror;

    MirrorExecutive(Mirror mirror) {
        this.mirror = mirror;
    }

    @Override
    public Class<ExecutiveCorrected> eventClass() {
        return ExecutiveCorrected.class;
    }

    @Override
    public void handle(Received<ExecutiveCorrected> received) {
        ExecutiveCorrected event = received.data();
        mirror.executive(event.ref(), event.executive());
    }
}
