package dev.tightrope.scheduler.reminder;

import dev.tightrope.scheduler.calendar.WorkingCalendar;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** Says when somebody's next week of work begins: on the first working morning from Monday on. */
@ApplicationScoped
class WeekBegin {
    private final WorkingCalendar calendar;

    WeekBegin(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** The next such morning; after a week off it is one of the week after it, which then begins no other one. */
    ZonedDateTime next(Instant now, WorkingPlace place) {
        LocalDate monday = monday(now, place);
        ZonedDateTime morning = morningFrom(monday, place);
        return morning.toInstant().isBefore(now) ? morningFrom(monday.plusWeeks(1), place) : morning;
    }

    /** The Monday of the week a moment lies in. */
    static LocalDate monday(Instant moment, WorkingPlace place) {
        return moment.atZone(place.zone()).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private ZonedDateTime morningFrom(LocalDate monday, WorkingPlace place) {
        return calendar.workingMorningAtOrAfter(
                monday.atStartOfDay(place.zone()).toInstant(), place);
    }
}
