package dev.tightrope.scheduler.timer;

import dev.tightrope.events.WaitStarted;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.PoisonException;
import dev.tightrope.messaging.Received;
import dev.tightrope.scheduler.outreach.Outreaches;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Starts a wait: its timer runs as soon as the outreach is known to await a response, whichever of the two events comes
 * first. A wait that is not newer than the one we know is stale and has no effect.
 */
@ApplicationScoped
class StartWait implements EventHandler<WaitStarted> {
    private final Outreaches outreaches;
    private final ScheduleWait scheduleWait;

    StartWait(Outreaches outreaches, ScheduleWait scheduleWait) {
        this.outreaches = outreaches;
        this.scheduleWait = scheduleWait;
    }

    @Override
    public Class<WaitStarted> eventClass() {
        return WaitStarted.class;
    }

    @Override
    public void handle(Received<WaitStarted> received) {
        WaitStarted wait = received.data();
        if (outreaches.noteWait(wait)) {
            try {
                outreaches.runningWait(wait.ref().outreachId()).ifPresent(scheduleWait::schedule);
            } catch (IllegalArgumentException e) {
                throw new PoisonException(
                        "Wait " + wait.waitNumber() + " of outreach "
                                + wait.ref().outreachId() + " has no end: " + e.getMessage(),
                        e);
            }
        }
    }
}
