package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The executive answered and heard the message. The e-mail is promised; it may go once released.
 *
 * @param ref the outreach it belongs to
 * @param attemptId the call attempt
 * @param outcome what was agreed
 * @param emailVersion version of the e-mail it promises
 * @param emailHash hash of the e-mail it promises
 * @param recordedAt when
 * @param releaseAt when the undo window ends
 * @param meetingAt when they meet, for MEETING_AGREED
 * @param referral whom to turn to, for REFERRED
 * @param actedBy the person who did it; absent where nobody is known
 */
public record ConversationHeld(
        OutreachRef ref,
        UUID attemptId,
        ConversationOutcome outcome,
        int emailVersion,
        String emailHash,
        Instant recordedAt,
        Instant releaseAt,
        @Nullable Instant meetingAt,
        @Nullable Referral referral,
        @Nullable UUID actedBy)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
