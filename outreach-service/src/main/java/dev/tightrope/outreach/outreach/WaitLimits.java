package dev.tightrope.outreach.outreach;

import dev.tightrope.api.FieldError;
import dev.tightrope.outreach.lifecycle.DayCount;
import dev.tightrope.outreach.lifecycle.Situation;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a round may wait, ISO 8601: days such as {@code P21D} end on a working morning, times such as {@code PT20S} to
 * the second. Longer waits are the rep's extensions.
 */
@ConfigMapping(prefix = "tightrope.wait")
interface WaitLimits {
    /** Unless the rep says otherwise. */
    @WithName("default")
    @WithDefault("P21D")
    String standard();

    /** The shortest a rep may choose. */
    @WithDefault("P14D")
    String minimum();

    /** The longest a rep may choose. */
    @WithDefault("P21D")
    String maximum();

    /** The most days, such as {@code P28D}, a wait moves because people are away. */
    @WithDefault("P28D")
    String absenceLimit();

    /**
     * {@link #absenceLimit()} in days.
     *
     * @throws IllegalStateException if it is no whole number of days: how long a month is depends on the month
     */
    default int absenceLimitDays() {
        Duration limit = required(absenceLimit());
        if (absenceLimit().contains("T") || limit.isNegative()) {
            throw new IllegalStateException(
                    "tightrope.wait.absence-limit is a number of days such as P28D, not " + absenceLimit());
        }
        return (int) limit.toDays();
    }

    /** Which days a length counts that says nothing of it. */
    static DayCount countedIn(@Nullable DayCount asked) {
        return asked == null ? DayCount.DAYS : asked;
    }

    /** The length asked for, or the standard one; one outside of the limits is noted among the errors. */
    default String chosen(@Nullable String asked, @Nullable DayCount countedIn, List<FieldError> errors) {
        boolean workingDays = countedIn == DayCount.WORKING_DAYS;
        if (asked == null) {
            if (workingDays) {
                errors.add(new FieldError("/wait", "must be given with working days, such as P15D"));
            }
            return standard();
        }
        if (workingDays && asked.contains("T")) {
            errors.add(new FieldError("/wait", "must be a number of working days such as P15D"));
            return asked;
        }
        Duration days = estimate(asked);
        Duration length = workingDays && days != null ? inAll(days) : days;
        boolean toTheSecond = asked.contains("T") && !minimum().contains("T");
        if (length == null
                || toTheSecond
                || length.compareTo(required(minimum())) < 0
                || length.compareTo(required(maximum())) > 0) {
            errors.add(new FieldError(
                    "/wait",
                    "must be an ISO 8601 length from " + minimum() + " to " + maximum()
                            + (workingDays ? ", five working days for seven of these" : "")
                            + "; when it is over, it can be extended"));
        }
        return asked;
    }

    /** Days of the calendar in which there are that many working days, holidays aside. */
    private static Duration inAll(Duration workingDays) {
        return Duration.ofDays((workingDays.toDays() * 7 + 4) / 5);
    }

    /**
     * The moment that long after another.
     *
     * @throws java.time.format.DateTimeParseException if it is no ISO 8601 length
     * @throws DateTimeException or {@link ArithmeticException} if there is no such moment
     */
    static Instant after(Instant from, String length) {
        return length.contains("T")
                ? from.plus(Duration.parse(length))
                : from.atOffset(ZoneOffset.UTC).plus(Period.parse(length)).toInstant();
    }

    /** When the silence of a situation is over, working mornings aside; absent if none has begun. */
    static @Nullable Instant endOf(Situation situation) {
        Instant from = situation.waitFrom();
        if (from == null) {
            return null;
        }
        if (situation.waitUntil() != null) {
            return situation.waitUntil();
        }
        Instant end = after(from, situation.waitLength());
        return situation.waitCountedIn() == DayCount.DAYS ? end : from.plus(inAll(Duration.between(from, end)));
    }

    private static Duration required(String configured) {
        Duration length = estimate(configured);
        if (length == null) {
            throw new IllegalStateException(
                    "tightrope.wait.* takes days such as P21D or a time such as PT20S, not " + configured);
        }
        return length;
    }

    private static @Nullable Duration estimate(String text) {
        try {
            if (text.contains("T")) {
                return Duration.parse(text);
            }
            Period period = Period.parse(text);
            return period.getYears() == 0 && period.getMonths() == 0 ? Duration.ofDays(period.getDays()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
