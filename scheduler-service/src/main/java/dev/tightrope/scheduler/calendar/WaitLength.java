package dev.tightrope.scheduler.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** How long a wait is: whole days of the calendar, or an exact time. */
public sealed interface WaitLength {
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
