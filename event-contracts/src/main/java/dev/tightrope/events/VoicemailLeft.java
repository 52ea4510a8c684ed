package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The voicemail was recorded. The e-mail is promised; it may go once released.
 *
 * @param ref the outreach it belongs to
 * @param attemptId the call attempt
 * @param emailVersion version of the e-mail it promises
 * @param emailHash hash of the e-mail it promises
 * @param recordedAt when
 * @param releaseAt when the undo window ends
 * @param actedBy the person who did it; absent where nobody is known
 */
public record VoicemailLeft(
        OutreachRef ref,
        UUID attemptId,
        int emailVersion,
        String emailHash,
        Instant recordedAt,
        Instant releaseAt,
        @Nullable UUID actedBy)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
