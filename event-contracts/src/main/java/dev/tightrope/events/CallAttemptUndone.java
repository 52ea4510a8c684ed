package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A call attempt was undone within its window: no e-mail may follow from it.
 *
 * @param ref the outreach it belongs to
 * @param attemptId the call attempt
 * @param at when
 */
public record CallAttemptUndone(OutreachRef ref, UUID attemptId, Instant at) implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
