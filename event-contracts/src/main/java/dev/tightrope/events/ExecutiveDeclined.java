package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The executive said no on the phone.
 *
 * @param ref the outreach it belongs to
 * @param attemptId the call attempt
 * @param reason in their words
 * @param at when
 * @param actedBy the person who did it; absent where nobody is known
 */
public record ExecutiveDeclined(
        OutreachRef ref,
        UUID attemptId,
        @Nullable String reason,
        Instant at,
        @Nullable UUID actedBy) implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
