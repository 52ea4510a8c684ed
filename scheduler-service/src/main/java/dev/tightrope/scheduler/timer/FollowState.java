package dev.tightrope.scheduler.timer;

import dev.tightrope.scheduler.outreach.OutreachStateChanged;
import dev.tightrope.scheduler.outreach.Outreaches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Lets a timer run only while its outreach awaits a response. */
@ApplicationScoped
class FollowState {
    private final Outreaches outreaches;
    private final Timers timers;
    private final ScheduleWait scheduleWait;

    FollowState(Outreaches outreaches, Timers timers, ScheduleWait scheduleWait) {
        this.outreaches = outreaches;
        this.timers = timers;
        this.scheduleWait = scheduleWait;
    }

    void moved(@Observes OutreachStateChanged change) {
        switch (change.state()) {
            case Outreaches.AWAITING_RESPONSE ->
                outreaches.runningWait(change.outreachId()).ifPresent(scheduleWait::schedule);
            case "CLOSED" -> end(change, Ending.CANCELLED);
            default -> end(change, Ending.PAUSED);
        }
    }

    private void end(OutreachStateChanged change, Ending ending) {
        outreaches.endWait(change.outreachId());
        timers.end(change.outreachId(), ending);
    }
}
