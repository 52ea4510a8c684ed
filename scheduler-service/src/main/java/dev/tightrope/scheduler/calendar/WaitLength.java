package dev.tightrope.scheduler.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** How long a wait is: whole days of the calendar, or an exact time. */
public sealed interface WaitLength {
    /** More are a mistake, and would be counted one by one. */
    int MOST_WORKING_DAYS = 1_000;

    /** Days, weeks or months on the rep's calendar; such a wait ends on a working morning. */
    record Days(Period period) implements WaitLength {
        @Override
        public Instant after(Instant from, ZoneId zone) {
            return from.atZone(zone).plus(period).toInstant();
        }
    }

    /** Hours or less; such a wait ends to the second, at whatever hour. */
    record Exact(Duration duration) implements WaitLength {
        @Override
        public Instant after(Instant from, ZoneId zone) {
            return from.plus(duration);
        }
    }

    /** The moment this long after another, before it is moved to a working morning. */
    Instant after(Instant from, ZoneId zone);

    /**
     * The number of working days, where that is what the length counts.
     *
     * @throws IllegalArgumentException if it is no plain number of days, or more than some years of them
     */
    default int workingDays() {
        if (this instanceof Days days
                && days.period().toTotalMonths() == 0
                && days.period().getDays() <= MOST_WORKING_DAYS) {
            return days.period().getDays();
        }
        throw new IllegalArgumentException(
                "A wait in working days is a number of days such as P15D, at most " + MOST_WORKING_DAYS);
    }

    /**
     * Reads an ISO 8601 length such as P21D, P3W or PT20S.
     *
     * @throws IllegalArgumentException if it is none, or is negative
     */
    static WaitLength parse(String text) {
        try {
            if (text.indexOf('T') < 0) {
                Period period = Period.parse(text);
                return period.isNegative() ? refuse(text) : new Days(period);
            }
            Duration duration = Duration.parse(text);
            return duration.isNegative() ? refuse(text) : new Exact(duration);
        } catch (DateTimeParseException e) {
            return refuse(text);
        }
    }

    private static WaitLength refuse(String text) {
        throw new IllegalArgumentException(
                "'" + text + "' is no length of a wait: use ISO 8601 such as P21D, P3W or PT36H, not negative");
    }
}
