package dev.tightrope.scheduler.reminder;

import dev.tightrope.scheduler.calendar.WorkingCalendar;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Says when somebody's next digest is due: at their hour of a working day, one a day. */
@ApplicationScoped
class DigestHour {
    /** What comes due in the same minutes is to be in the same digest. */
    private static final Duration COLLECTING = Duration.ofMinutes(5);

    /** Mornings begin everything: what came due with the digest's own hour or soon after it need not wait for tomorrow's. */
    private static final Duration LATEST = Duration.ofHours(1);

    private final WorkingCalendar calendar;

    DigestHour(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * The digest of what is waiting now.
     *
     * @param latest the day of the digest before it
     */
    Due next(Instant now, LocalTime hour, @Nullable LocalDate latest, WorkingPlace place) {
        Instant collected = now.plus(COLLECTING);
        LocalDate day = now.atZone(place.zone()).toLocalDate();
        if (at(day, hour, place).plus(LATEST).isBefore(collected)) {
            day = day.plusDays(1);
        }
        if (latest != null && !day.isAfter(latest)) {
            day = latest.plusDays(1);
        }
        LocalDate working = calendar.workingMorningAtOrAfter(
                        day.atStartOfDay(place.zone()).toInstant(), place)
                .toLocalDate();
        Instant chosen = at(working, hour, place);
        return new Due(working, chosen.isBefore(collected) ? collected : chosen);
    }

    /** An hour that the change to summer time skips is the one after the gap. */
    private static Instant at(LocalDate day, LocalTime hour, WorkingPlace place) {
        return ZonedDateTime.of(day, hour, place.zone()).toInstant();
    }

    /**
     * When a digest is due.
     *
     * @param day the day it is of, where its reader works
     * @param at the moment
     */
    record Due(LocalDate day, Instant at) {}
}
