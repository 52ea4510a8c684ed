package dev.tightrope.scheduler.availability;

import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.calendar.PublicHolidays;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Days from the first to the last.
 *
 * @param first the first
 * @param last the last
 */
record DayRange(LocalDate first, LocalDate last) {
    private static final int LONGEST = 366;

    /** What a client wrote, checked; without a last day it is one day. */
    static DayRange of(LocalDate first, @Nullable LocalDate asked) {
        LocalDate last = asked == null ? first : asked;
        if (first.getYear() < PublicHolidays.FIRST_YEAR || first.getYear() > PublicHolidays.LAST_YEAR) {
            throw refused(
                    "/firstDay",
                    "must lie in the years " + PublicHolidays.FIRST_YEAR + " to " + PublicHolidays.LAST_YEAR);
        }
        if (last.isBefore(first)) {
            throw refused("/lastDay", "must not be before firstDay");
        }
        if (ChronoUnit.DAYS.between(first, last) >= LONGEST) {
            throw refused("/lastDay", "must be less than a year after firstDay; add another one for the time after it");
        }
        return new DayRange(first, last);
    }

    private static RuntimeException refused(String pointer, String message) {
        return Problems.badRequest(new FieldError(pointer, message));
    }
}
