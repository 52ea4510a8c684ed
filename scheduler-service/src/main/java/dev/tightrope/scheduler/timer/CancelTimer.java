package dev.tightrope.scheduler.timer;

import dev.tightrope.events.OutreachClosed;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import dev.tightrope.scheduler.outreach.Outreaches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Cancels the timer of a closed outreach, should the closure be told before the move that goes with it. */
@ApplicationScoped
class CancelTimer implements EventHandler<OutreachClosed> {
    private final Outreaches outreaches;
    private final Timers timers;

    CancelTimer(Outreaches outreaches, Timers timers) {
        this.outreaches = outreaches;
        this.timers = timers;
    }

    @Override
    public Class<OutreachClosed> eventClass() {
        return OutreachClosed.class;
    }

    @Override
    public void handle(Received<OutreachClosed> received) {
        UUID outreachId = received.data().ref().outreachId();
        outreaches.note(received.data().ref());
        outreaches.endWait(outreachId);
        timers.end(outreachId, Ending.CANCELLED);
    }
}
