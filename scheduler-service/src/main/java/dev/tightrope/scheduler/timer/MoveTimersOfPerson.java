package dev.tightrope.scheduler.timer;

import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.outreach.CurrentWait;
import dev.tightrope.scheduler.outreach.Outreaches;
import dev.tightrope.scheduler.people.PersonChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Moves the timers of a rep whose profile arrived late, or who now works elsewhere, to that place's mornings. */
@ApplicationScoped
class MoveTimersOfPerson {
    private final Outreaches outreaches;
    private final ScheduleWait scheduleWait;

    MoveTimersOfPerson(Outreaches outreaches, ScheduleWait scheduleWait) {
        this.outreaches = outreaches;
        this.scheduleWait = scheduleWait;
    }

    void changed(@Observes PersonChanged change) {
        WorkingPlace place = change.person().workingPlace();
        for (CurrentWait wait : outreaches.runningWaitsOf(change.person().id())) {
            scheduleWait.schedule(wait, place);
        }
    }
}
