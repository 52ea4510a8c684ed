package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dial reached nobody who could take the message.
 *
 * @param ref the outreach it belongs to
 * @param attemptId the call attempt
 * @param outcome NO_ANSWER, BUSY, ASSISTANT_ANSWERED or VOICEMAIL_CUT_OFF
 * @param attemptedAt when
 * @param nextAttemptAt earliest next attempt; absent if none is planned any more
 * @param actedBy the person who did it; absent where nobody is known
 * @param attempts how often this number was called in vain by now; absent in events from before this was told
 */
public record CallUnsuccessful(
        OutreachRef ref,
        UUID attemptId,
        String outcome,
        Instant attemptedAt,
        @Nullable Instant nextAttemptAt,
        @Nullable UUID actedBy,
        @Nullable Integer attempts)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
