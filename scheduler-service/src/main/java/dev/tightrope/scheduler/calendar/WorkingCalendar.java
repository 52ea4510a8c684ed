package dev.tightrope.scheduler.calendar;

import dev.tightrope.calendar.WorkingDays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Knows which days are working days somewhere, and when the next working morning begins. */
@ApplicationScoped
public class WorkingCalendar {
    // Longer than any run of days off; a calendar that exceeds it is broken, and a loop without end helps nobody.
    private static final int LONGEST_SEARCH_DAYS = 60;

    private final WorkingDays days = new WorkingDays();
    private final LocalTime morning;

    public WorkingCalendar(
            @ConfigProperty(name = "tightrope.calendar.working-morning", defaultValue = "08:00") LocalTime morning) {
        this.morning = morning;
    }

    /** Why nobody works there on that day; empty for a working day. */
    public Optional<String> dayOff(LocalDate day, WorkingPlace place) {
        return usuallyOff(day, place)
                .or(() -> place.closed(day).map(closure -> "closed: " + closure.reason()))
                .or(() -> place.away().contains(day) ? Optional.of("away") : Optional.empty());
    }

    private Optional<String> usuallyOff(LocalDate day, WorkingPlace place) {
        WorkingTimes times = place.times();
        if (times.days().isEmpty()) {
            return days.dayOff(day, place.country(), times.region());
        }
        return times.days().contains(day.getDayOfWeek())
                ? days.holiday(day, place.country(), times.region())
                : Optional.of("not a day they work on");
    }

    /** The beginning of the working day there that comes a number of working days after a working morning. */
    public ZonedDateTime workingMorningsAfter(Instant workingMorning, int workingDays, WorkingPlace place) {
        ZonedDateTime morning = workingMorning.atZone(place.zone());
        for (int day = 0; day < workingDays; day++) {
            Instant nextDay =
                    morning.toLocalDate().plusDays(1).atStartOfDay(place.zone()).toInstant();
            morning = workingMorningAtOrAfter(nextDay, place);
        }
        return morning;
    }

    /** The same time of day there a number of working days later; the day a moment lies in does not count. */
    public ZonedDateTime workingDaysAfter(Instant moment, int workingDays, WorkingPlace place) {
        ZonedDateTime local = moment.atZone(place.zone());
        LocalDate day = local.toLocalDate();
        for (int counted = 0; counted < workingDays; counted++) {
            Instant nextDay = day.plusDays(1).atStartOfDay(place.zone()).toInstant();
            day = workingMorningAtOrAfter(nextDay, place).toLocalDate();
        }
        return ZonedDateTime.of(day, local.toLocalTime(), place.zone());
    }

    /** The first beginning of a working day there that is not before the given moment. */
    public ZonedDateTime workingMorningAtOrAfter(Instant moment, WorkingPlace place) {
        LocalDate day = moment.atZone(place.zone()).toLocalDate();
        LocalTime begins =
                place.times().startsAt() == null ? morning : place.times().startsAt();
        // Days somebody is away or the company is closed are not counted: they are known to end.
        for (int tried = 0; tried < LONGEST_SEARCH_DAYS; day = day.plusDays(1)) {
            // A morning that the change to summer time skips begins at the end of the gap.
            ZonedDateTime candidate = ZonedDateTime.of(day, begins, place.zone());
            if (!candidate.toInstant().isBefore(moment) && dayOff(day, place).isEmpty()) {
                return candidate;
            }
            tried += place.isPlannedOff(day) ? 0 : 1;
        }
        throw new IllegalStateException(
                "No working morning within " + LONGEST_SEARCH_DAYS + " days of " + moment + " at " + place);
    }
}
