package dev.tightrope.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of the way our mail took: somebody gave it on to others. Names are personal data.
 *
 * @param from name of who gave it on
 * @param fromRole their title or role, where known
 * @param to names of those it was written to, at most {@value #MOST_NAMES}
 * @param copies names of those in copy, at most {@value #MOST_NAMES}
 * @param at when; absent where nobody said it with its zone
 * @param dateAsWritten the date as the quoted header has it
 * @param inferred whether it follows from the other steps alone, as no mail shows it
 */
public record ForwardHop(
        String from,
        @Nullable String fromRole,
        List<String> to,
        List<String> copies,
        @Nullable Instant at,
        @Nullable String dateAsWritten,
        boolean inferred) {
    /** Names on each of the two lists; the graph that is asked for over REST has all of them. */
    public static final int MOST_NAMES = 20;
}
