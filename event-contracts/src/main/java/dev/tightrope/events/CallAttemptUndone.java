package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call attempt was undone within its window: no e-mail may follow from it.
 *
 * @param ref the outreach it belongs to
 * @param attemptId the call attempt
 * @param at when
 * @param actedBy the person who did it; absent where nobody is known
 */
public record CallAttemptUndone(
        OutreachRef ref,
        UUID attemptId,
        Instant at,
        @Nullable UUID actedBy) implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
