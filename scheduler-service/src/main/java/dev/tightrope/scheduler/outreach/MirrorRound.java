package dev.tightrope.scheduler.outreach;

import dev.tightrope.events.RoundStarted;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Learns which competitor a round names. */
@ApplicationScoped
class MirrorRound implements EventHandler<RoundStarted> {
    private final Mirror mirror;

    MirrorRound(Mirror mirror) {
        this.mirror = mirror;
    }

    @Override
    public Class<RoundStarted> eventClass() {
        return RoundStarted.class;
    }

    @Override
    public void handle(Received<RoundStarted> received) {
        RoundStarted event = received.data();
        mirror.competitor(event.ref(), event.competitor());
    }
}
