package dev.tightrope.voicemail.call;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One dial.
 *
 * @param outreachVersion number of the outreach's last move when it was recorded
 * @param phone the number dialled
 * @param scriptText what was read out
 * @param emailVersion the e-mail it promises, if its outcome does
 * @param lastOfPlan whether nobody was reached and no further attempt is planned
 * @param releaseAt until when it can be undone
 * @param recordingType media type of the recording that is kept of it
 * @param wrongNumber that its number was found to be somebody else's after something was promised
 */
record CallAttempt(
        UUID id,
        UUID outreachId,
        int round,
        long outreachVersion,
        CallOutcome outcome,
        AttemptStatus status,
        String phone,
        long scriptVersion,
        String scriptText,
        int emailVersion,
        String emailHash,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String notes,
        @Nullable Instant meetingAt,
        @Nullable ReferredTo referredTo,
        @Nullable Instant nextAttemptAt,
        boolean lastOfPlan,
        @Nullable Boolean quietPlace,
        UUID recordedBy,
        Instant recordedAt,
        Instant releaseAt,
        @Nullable Instant releasedAt,
        @Nullable Instant undoneAt,
        @Nullable UUID undoneBy,
        @Nullable String withheldReason,
        @Nullable String recordingType,
        @Nullable WrongNumber wrongNumber,
        Instant updatedAt) {}
