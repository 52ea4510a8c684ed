package dev.tightrope.scheduler.timer;

import dev.tightrope.scheduler.calendar.WorkingCalendar;
import dev.tightrope.scheduler.calendar.WorkingDaysAfter;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.outreach.Task;
import dev.tightrope.scheduler.people.People;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reminds of what a rep has to do until it is done: the first time, some repeats, and in the end the manager. Each firing
 * sets the next timer in its own transaction, so that none is lost and none fires twice.
 */
@ApplicationScoped
class ReminderChain {
    private final People people;
    private final WorkingCalendar calendar;
    private final Timers timers;
    private final int repeats;
    private final int pause;

    ReminderChain(
            People people,
            WorkingCalendar calendar,
            Timers timers,
            @ConfigProperty(name = "tightrope.reminders.repeats", defaultValue = "3") int repeats,
            @ConfigProperty(name = "tightrope.reminders.repeat-after-working-days", defaultValue = "3") int pause) {
        if (repeats < 0 || pause < 1) {
            throw new IllegalArgumentException("tightrope.reminders.repeats must be 0 or more, and "
                    + "tightrope.reminders.repeat-after-working-days 1 or more, not " + repeats + " and " + pause);
        }
        this.people = people;
        this.calendar = calendar;
        this.timers = timers;
        this.repeats = repeats;
        this.pause = pause;
    }

    /** Whether the reminder goes to those who manage the rep's team. */
    boolean endsAt(int attempt) {
        return attempt > repeats;
    }

    /** Sets the first timer of a task, in place of those of the task before it. */
    void begin(TimerKind kind, Task task, WorkingDaysAfter rule) {
        timers.set(kind, task.ref(), task.number(), rule, rule.at(placeOf(task), calendar));
    }

    /** A follow-up is to be done again, as an answer was none: its reminders go on where they were. */
    void goOn(Task followUp) {
        WorkingPlace place = placeOf(followUp);
        WorkingDaysAfter rule = WorkingDaysAfter.dayOf(followUp.from(), pause, place);
        timers.resumeFollowUp(followUp, repeats + 1, rule, rule.at(place, calendar));
    }

    /** Sets the timers that follow those that fired, all in one statement. */
    void goOn(List<DueTimer> fired, Instant now) {
        List<DueTimer> repeated = fired.stream()
                .filter(timer -> timer.kind() == TimerKind.WAIT || TimerKind.OF_TASKS.contains(timer.kind()))
                .filter(timer -> !endsAt(timer.attempt()))
                .toList();
        if (repeated.isEmpty()) {
            return;
        }
        Map<UUID, WorkingPlace> places = people.workingPlaces(
                repeated.stream().map(timer -> timer.ref().ownerId()).distinct().toList());
        timers.setNext(repeated.stream()
                .map(timer -> {
                    WorkingPlace place = places.getOrDefault(timer.ref().ownerId(), WorkingPlace.UNKNOWN);
                    WorkingDaysAfter rule = WorkingDaysAfter.dayOf(now, pause, place);
                    return new NextTimer(timer, rule, rule.at(place, calendar));
                })
                .toList());
    }

    /** Moves the timers of a rep's tasks to the mornings of the place where they work now. */
    void move(UUID ownerId, WorkingPlace place) {
        timers.moveTasksOf(ownerId, rule -> rule.at(place, calendar));
    }

    /** The same for one outreach, which is another rep's now. */
    void moveOne(UUID outreachId, WorkingPlace place) {
        timers.moveTasks(outreachId, rule -> rule.at(place, calendar));
    }

    private WorkingPlace placeOf(Task task) {
        return people.workingPlace(task.ref().ownerId());
    }
}
