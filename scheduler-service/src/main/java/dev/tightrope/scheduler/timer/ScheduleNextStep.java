package dev.tightrope.scheduler.timer;

import dev.tightrope.scheduler.calendar.WaitEnd;
import dev.tightrope.scheduler.calendar.WorkingCalendar;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.outreach.NextStep;
import dev.tightrope.scheduler.people.People;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sets the timers of a next step: on the first working morning after its day the rep is reminded, and some working days
 * later the manager. Both are set at once, so that neither depends on the other's firing.
 */
@ApplicationScoped
class ScheduleNextStep {
    private final People people;
    private final WaitEnd waitEnd;
    private final WorkingCalendar calendar;
    private final Timers timers;
    private final int managerAfter;

    ScheduleNextStep(
            People people,
            WaitEnd waitEnd,
            WorkingCalendar calendar,
            Timers timers,
            @ConfigProperty(name = "tightrope.next-steps.manager-after-working-days", defaultValue = "3")
                    int managerAfter) {
        this.people = people;
        this.waitEnd = waitEnd;
        this.calendar = calendar;
        this.timers = timers;
        this.managerAfter = managerAfter;
    }

    void schedule(NextStep step) {
        schedule(step, people.workingPlace(step.ref().ownerId()));
    }

    void schedule(NextStep step, WorkingPlace place) {
        Instant dayIsOver = step.on().plusDays(1).atStartOfDay(place.zone()).toInstant();
        Instant overdue = dayIsOver.isBefore(step.from()) ? step.from() : dayIsOver;
        Instant reminded = waitEnd.of(overdue, null, overdue, place);
        timers.set(TimerKind.NEXT_STEP, step.ref(), step.version(), reminded);
        timers.set(
                TimerKind.NEXT_STEP_ESCALATION,
                step.ref(),
                step.version(),
                calendar.workingMorningsAfter(reminded, managerAfter, place).toInstant());
    }
}
