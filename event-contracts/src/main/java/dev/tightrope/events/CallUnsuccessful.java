package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dial reached nobody who could take the message; another attempt is planned.
 *
 * @param ref the outreach it belongs to
 * @param attemptId the call attempt
 * @param outcome NO_ANSWER, BUSY, ASSISTANT_ANSWERED or VOICEMAIL_CUT_OFF
 * @param attemptedAt when
 * @param nextAttemptAt earliest next attempt
 * @param actedBy the person who did it; absent where nobody is known
 */
public record CallUnsuccessful(
        OutreachRef ref,
        UUID attemptId,
        String outcome,
        Instant attemptedAt,
        @Nullable Instant nextAttemptAt,
        @Nullable UUID actedBy)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
