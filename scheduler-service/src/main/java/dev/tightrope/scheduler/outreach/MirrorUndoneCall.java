package dev.tightrope.scheduler.outreach;

import dev.tightrope.events.CallAttemptUndone;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets a call that was undone. */
@ApplicationScoped
class MirrorUndoneCall implements EventHandler<CallAttemptUndone> {
    private final Mirror mirror;

    MirrorUndoneCall(Mirror mirror) {
        this.mirror = mirror;
    }

    @Override
    public Class<CallAttemptUndone> eventClass() {
        return CallAttemptUndone.class;
    }

    @Override
    public void handle(Received<CallAttemptUndone> received) {
        CallAttemptUndone event = received.data();
        mirror.callUndone(event.ref(), event.attemptId());
    }
}
