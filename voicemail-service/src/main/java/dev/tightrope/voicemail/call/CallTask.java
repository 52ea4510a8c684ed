package dev.tightrope.voicemail.call;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A call to make.
 *
 * @param readyAt since when; with the id the key of the list's order, together with the next attempt
 */
public record CallTask(
        UUID outreachId,
        int round,
        UUID ownerId,
        Status status,
        @Schema(description = "Whether to call now") boolean offered,

        @Schema(description = "Why it is not offered, or what to decide") @Nullable
        String reason,

        String prospectName,
        String executiveName,
        @Nullable String executiveTitle,

        @Schema(description = "How the name is said") @Nullable
        String namePronunciation,

        @Schema(description = "IANA zone of the executive, where known") @Nullable
        String executiveZone,

        @Schema(description = "E.164; absent while calling is not allowed") @Nullable
        String phone,

        @Schema(description = "tel: link; absent while calling is not allowed") @Nullable
        String telLink,

        String scriptText,
        long scriptVersion,
        String emailSubject,
        int unsuccessfulAttempts,
        @Nullable Instant lastAttemptAt,
        @Nullable CallOutcome lastOutcome,
        @Nullable Instant nextAttemptAt,
        Instant dueAt,

        @Schema(description = "When anything of it changed last, the hour of a planned attempt included")
        Instant updatedAt) {

    /** Whether to call. */
    @Schema(name = "CallTaskStatus")
    public enum Status {
        /** Call now. */
        DUE,
        /** The next attempt is planned for later. */
        PLANNED,
        /** So many attempts reached nobody that the rep has to decide how to go on. */
        NEEDS_DECISION,
        /** A message that may be an answer waits for the rep's word. */
        REVIEW_OPEN,
        /** Somebody else holds the company since earlier, and no manager has allowed this outreach beside theirs. */
        COMPANY_CONTESTED,
        /** Must not be called. */
        SUPPRESSED,
        /** The story may not be told any more. */
        PERMISSION_ENDED
    }
}
