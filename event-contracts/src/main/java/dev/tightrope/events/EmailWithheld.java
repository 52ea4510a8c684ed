package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A voicemail promised an e-mail that may not go any more; the rep has to be told at once.
 *
 * @param ref the outreach it belongs to
 * @param attemptId the call attempt that made the promise
 * @param reason why it may not go, in words
 * @param at when
 * @param code why it may not go, for a program: an attention reason, CLOSED, REOPENED or ANSWERED; absent in events of
 *     before it was told
 */
public record EmailWithheld(
        OutreachRef ref,
        @Nullable UUID attemptId,
        String reason,
        Instant at,
        @Nullable String code) implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
