package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A voicemail promised an e-mail that may not go any more; the rep has to be told at once.
 *
 * @param ref the outreach it belongs to
 * @param attemptId the call attempt that made the promise
 * @param reason why it may not go
 * @param at when
 */
public record EmailWithheld(OutreachRef ref, @Nullable UUID attemptId, String reason, Instant at)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
