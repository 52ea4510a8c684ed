package dev.tightrope.scheduler.timer;

import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Visibility;
import dev.tightrope.scheduler.calendar.WorkingCalendar;
import dev.tightrope.scheduler.calendar.WorkingDaysAfter;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.database.DatabaseClock;
import dev.tightrope.scheduler.people.People;
import dev.tightrope.scheduler.reminder.TaskReminders;
import dev.tightrope.scheduler.reminder.TaskReminders.TaskReminder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Lets a reminder rest. Nothing but the next reminder moves: the wait, the call and the outreach stay as they are. */
@ApplicationScoped
class SnoozeReminder {
    private final Jdbi jdbi;
    private final DatabaseClock clock;
    private final TaskReminders reminders;
    private final Timers timers;
    private final People people;
    private final WorkingCalendar calendar;
    private final Period longest;

    SnoozeReminder(
            Jdbi jdbi,
            DatabaseClock clock,
            TaskReminders reminders,
            Timers timers,
            People people,
            WorkingCalendar calendar,
            @ConfigProperty(name = "tightrope.reminders.longest-snooze", defaultValue = "P30D") Period longest) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.reminders = reminders;
        this.timers = timers;
        this.people = people;
        this.calendar = calendar;
        this.longest = longest;
    }

    @Transactional
    Snoozed snooze(Visibility visibility, UUID id, Snooze wanted) {
        TaskReminder reminder = reminders.find(visibility, id).orElseThrow(() -> Problems.notFound("reminder", id));
        UUID outreach = reminder.outreachId();
        UUID owner = reminder.ownerId();
        if (outreach == null
                || owner == null
                || TimerKind.OF_TASKS.stream().noneMatch(kind -> kind.name().equals(reminder.kind()))) {
            throw Problems.conflict(
                    "nothing-to-snooze",
                    "A mail of the kind " + reminder.kind() + " is not repeated, so there is nothing to snooze.");
        }
        WorkingPlace place = people.workingPlace(owner);
        WorkingDaysAfter rule = rule(wanted, jdbi.withHandle(clock::now), place);
        Instant next = rule.at(place, calendar);
        check(next, wanted, reminder, place);
        if (!timers.snooze(TimerKind.valueOf(reminder.kind()), outreach, reminder.version(), rule, next)) {
            throw Problems.conflict(
                    "nothing-to-snooze",
                    "No other reminder of this follows: it was done meanwhile, or the last one was sent.");
        }
        reminders.withdraw(reminder, "snoozed until " + next);
        return new Snoozed(id, next);
    }

    private static WorkingDaysAfter rule(Snooze wanted, Instant now, WorkingPlace place) {
        LocalDate until = wanted.until();
        Integer days = wanted.workingDays();
        if (until == null && days != null) {
            return WorkingDaysAfter.dayOf(now, days, place);
        }
        if (until == null || days != null) {
            throw Problems.badRequest(new FieldError("/until", "must be given, or else workingDays, and not both"));
        }
        if (!until.isAfter(now.atZone(place.zone()).toLocalDate())) {
            throw Problems.badRequest(new FieldError("/until", "must be a day to come, in the zone " + place.zone()));
        }
        return new WorkingDaysAfter(until.atStartOfDay(place.zone()).toInstant(), 0);
    }

    /** Counted from the latest reminder, so that one snooze after the other cannot put it off for good. */
    private void check(Instant next, Snooze wanted, TaskReminder reminder, WorkingPlace place) {
        LocalDate latest = reminder.toldAt().atZone(place.zone()).toLocalDate().plus(longest);
        if (next.atZone(place.zone()).toLocalDate().isAfter(latest)) {
            throw Problems.badRequest(new FieldError(
                    wanted.until() == null ? "/workingDays" : "/until",
                    "must bring it back by " + latest + "; for a longer silence extend the wait"));
        }
    }
}
