package dev.tightrope.voicemail.statistics;

import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.api.list.ListParameters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which calls count: those that began in it.
 *
 * @param from the first moment; null: from the beginning
 * @param until the moment behind the last; null: until now
 */
record Period(@Nullable Instant from, @Nullable Instant until) {
    static Period of(@Nullable String from, @Nullable String until) {
        Period period = new Period(ListParameters.instant("from", from), ListParameters.instant("until", until));
        if (period.from != null && period.until != null && !period.from.isBefore(period.until)) {
            throw Problems.badRequest(new FieldError("?until", "must be later than from"));
        }
        return period;
    }
}
