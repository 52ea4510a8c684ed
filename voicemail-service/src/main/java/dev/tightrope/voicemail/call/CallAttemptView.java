package dev.tightrope.voicemail.call;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An attempt as the API shows it. */
public record CallAttemptView(
        UUID id,
        UUID outreachId,
        int round,
        CallOutcome outcome,
        AttemptStatus status,

        @Schema(description = "Whether the executive heard that an e-mail will come")
        boolean promisesEmail,

        @Schema(description = "Whether what follows from it was set going: it can no longer be undone")
        boolean released,

        @Schema(description = "Until when it can be undone") Instant undoableUntil,

        @Schema(
                description = "Seconds left of that when this was answered, by the service's clock, for a countdown;"
                        + " 0 where it cannot be undone")
        double undoSecondsLeft,

        Instant recordedAt,
        UUID recordedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String notes,
        @Nullable Instant meetingAt,
        @Nullable ReferredTo referredTo,
        @Nullable Instant nextAttemptAt,

        @Schema(
                description =
                        "Whether nobody was reached and no further attempt is planned: the outreach needs attention")
        boolean lastOfPlan,

        @Nullable Boolean quietPlace,
        String phone,
        long scriptVersion,
        String scriptText,
        int emailVersion,
        String emailHash,
        @Nullable Instant releasedAt,
        @Nullable Instant undoneAt,

        @Schema(description = "Who undid it") @Nullable UUID undoneBy,

        @Nullable String withheldReason,

        @Schema(description = "Media type of the recording kept of it, at /call-attempts/{id}/recording") @Nullable
        String recordingType,

        @Schema(description = "With VOID: the number turned out to be somebody else's") @Nullable
        WrongNumber wrongNumber,

        Instant updatedAt) {

    /** As it is at a moment of the database's clock, which decides whether it can be undone. */
    static CallAttemptView of(CallAttempt attempt, Instant now) {
        return new CallAttemptView(
                attempt.id(),
                attempt.outreachId(),
                attempt.round(),
                attempt.outcome(),
                attempt.status(),
                attempt.outcome().promisesEmail(),
                attempt.releasedAt() != null,
                attempt.releaseAt(),
                secondsLeft(attempt, now),
                attempt.recordedAt(),
                attempt.recordedBy(),
                attempt.startedAt(),
                attempt.endedAt(),
                attempt.notes(),
                attempt.meetingAt(),
                attempt.referredTo(),
                attempt.nextAttemptAt(),
                attempt.lastOfPlan(),
                attempt.quietPlace(),
                attempt.phone(),
                attempt.scriptVersion(),
                attempt.scriptText(),
                attempt.emailVersion(),
                attempt.emailHash(),
                attempt.releasedAt(),
                attempt.undoneAt(),
                attempt.undoneBy(),
                attempt.withheldReason(),
                attempt.recordingType(),
                attempt.wrongNumber(),
                attempt.updatedAt());
    }

    private static double secondsLeft(CallAttempt attempt, Instant now) {
        return attempt.status() == AttemptStatus.RECORDED
                ? Math.max(0, Duration.between(now, attempt.releaseAt()).toMillis()) / 1000.0
                : 0;
    }
}
