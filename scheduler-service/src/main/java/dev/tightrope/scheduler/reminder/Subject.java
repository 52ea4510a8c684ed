package dev.tightrope.scheduler.reminder;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The outreach a reminder is about, as far as its events have told of it.
 *
 * @param outreachId the outreach; absent for a mail about none
 * @param company the prospect
 * @param executive name of its executive
 * @param executiveTitle their title
 * @param repName who owns it
 * @param competitor whose story the round tells
 * @param voicemailAt when the voicemail was left
 * @param conversationAt when the executive was spoken with instead
 * @param emailSubject the subject of the mail
 * @param emailSentAt when it was accepted
 * @param waitFrom from when the wait counted
 * @param taskFrom since when the call can be made, or the answer waits for its meaning
 * @param nextStep what its engagement waits for
 * @param lostAt when the deal was lost
 */
record Subject(
        @Nullable UUID outreachId,
        @Nullable String company,
        @Nullable String executive,
        @Nullable String executiveTitle,
        @Nullable String repName,
        @Nullable String competitor,
        @Nullable Instant voicemailAt,
        @Nullable Instant conversationAt,
        @Nullable String emailSubject,
        @Nullable Instant emailSentAt,
        @Nullable Instant waitFrom,
        @Nullable Instant taskFrom,
        @Nullable PlannedStep nextStep,
        @Nullable Instant lostAt) {
    /** Since when there has been silence. */
    @Nullable
    Instant silentSince() {
        return emailSentAt != null ? emailSentAt : waitFrom;
    }
}
