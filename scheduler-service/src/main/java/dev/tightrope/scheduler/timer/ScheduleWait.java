package dev.tightrope.scheduler.timer;

import dev.tightrope.events.WaitScheduled;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.scheduler.calendar.WaitEnd;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.outreach.CurrentWait;
import dev.tightrope.scheduler.people.People;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Sets the timer of a running wait to the moment it is over for the rep, and tells when that is. */
@ApplicationScoped
class ScheduleWait {
    private final People people;
    private final WaitEnd waitEnd;
    private final Timers timers;
    private final Outbox outbox;

    ScheduleWait(People people, WaitEnd waitEnd, Timers timers, Outbox outbox) {
        this.people = people;
        this.waitEnd = waitEnd;
        this.timers = timers;
        this.outbox = outbox;
    }

    void schedule(CurrentWait wait) {
        schedule(wait, people.workingPlace(wait.ref().ownerId()));
    }

    void schedule(CurrentWait wait, WorkingPlace place) {
        Instant dueAt = waitEnd.of(wait.from(), wait.length(), wait.countedIn(), wait.until(), place);
        if (timers.set(TimerKind.WAIT, wait.ref(), wait.number(), dueAt)) {
            outbox.append(new WaitScheduled(wait.ref(), wait.number(), dueAt));
        }
    }
}
