package dev.tightrope.voicemail.outreach;

import dev.tightrope.events.RoundStarted;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class RoundStartedHandler implements EventHandler<RoundStarted> {
    private final Mirror mirror;

    RoundStartedHandler(Mirror mirror) {
        this.mirror = mirror;
    }

    @Override
    public Class<RoundStarted> eventClass() {
        return RoundStarted.class;
    }

    @Override
    public void handle(Received<RoundStarted> received) {
        RoundStarted started = received.data();
        mirror.touch(started.ref());
        mirror.roundStarted(started);
    }
}
