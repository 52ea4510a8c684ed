package dev.tightrope.outreach.outreach;

import dev.tightrope.api.FieldError;
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

    /** The length asked for, or the standard one; one outside of the limits is noted among the errors. */
    default String chosen(@Nullable String asked, List<FieldError> errors) {
        if (asked == null) {
            return standard();
        }
        Duration length = estimate(asked);
        boolean toTheSecond = asked.contains("T") && !minimum().contains("T");
        if (length == null
                || toTheSecond
                || length.compareTo(required(minimum())) < 0
                || length.compareTo(required(maximum())) > 0) {
            errors.add(new FieldError(
                    "/wait",
                    "must be an ISO 8601 length from " + minimum() + " to " + maximum()
                            + "; when it is over, it can be extended"));
        }
        return asked;
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
        return situation.waitUntil() == null ? after(from, situation.waitLength()) : situation.waitUntil();
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
