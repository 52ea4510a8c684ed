package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody said whether a message belongs to the outreach; timers and calls go on unless something else stops them.
 *
 * @param ref the outreach it might have belonged to
 * @param suggestionId the suggestion
 * @param verdict CONFIRMED, CORRECTED, REJECTED or ELSEWHERE
 * @param by who said so
 * @param at when
 */
public record SuggestionSettled(OutreachRef ref, UUID suggestionId, String verdict, UUID by, Instant at)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
