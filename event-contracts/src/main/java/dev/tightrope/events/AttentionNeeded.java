package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The outreach cannot go on without a decision of the rep, or something happened to it that the rep has to know.
 *
 * @param ref the outreach it belongs to
 * @param reason HARD_BOUNCE, REFUSED, OUTCOME_UNKNOWN, WRONG_NUMBER, NOT_REACHED, SUPPRESSED, PERMISSION_ENDED,
 *     STORY_ABOUT_THEM, PROMISE_MISMATCH, COMPANY_HELD, CHALLENGED or HOLD_ALLOWED
 * @param detail in words
 * @param at when
 */
public record AttentionNeeded(OutreachRef ref, String reason, String detail, Instant at) implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
