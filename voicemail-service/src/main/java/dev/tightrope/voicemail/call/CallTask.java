package dev.tightrope.voicemail.call;

import dev.tightrope.voicemail.hours.ZoneFrom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A call to make. */
public record CallTask(
        UUID outreachId,
        int round,
        UUID ownerId,
        Status status,
        When when,
        @Schema(description = "Whether to call now") boolean offered,

        @Schema(description = "Why it is not offered, and what to do about it") @Nullable
        String reason,

        @Schema(description = "Since when, or from when on, to call; absent where something else comes first") @Nullable
        Instant callableFrom,

        @Schema(description = "When those hours end") @Nullable
        Instant callableUntil,

        @Schema(description = "Whether it is one of the preferred hours at the beginning and end of their day")
        boolean atEdge,

        @Schema(description = "What time it is there; absent where several zones are possible") @Nullable
        OffsetDateTime localTime,

        @Schema(
                description =
                        "IANA zone reckoned with; absent where several are possible: then only hours that suit all count")
        @Nullable
        String zone,

        ZoneFrom zoneFrom,

        @Schema(description = "Whether public holidays there are known; if not, a call may be offered on one")
        boolean holidaysKnown,

        String prospectName,
        String executiveName,
        @Nullable String executiveTitle,

        @Schema(description = "How the name is said") @Nullable
        String namePronunciation,

        @Schema(description = "IANA zone of the executive as recorded") @Nullable
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

        @Schema(
                description = "When anything of it changed last, the hours of the day there and the one of a planned"
                        + " attempt included")
        Instant updatedAt) {

    /** When to call. */
    @Schema(name = "CallTaskWhen")
    public enum When {
        /** Now. */
        NOW,
        /** Within a day. */
        NEXT,
        /** After more than a day, or when something else is done first. */
        LATER
    }

    /** Whether to call. */
    @Schema(name = "CallTaskStatus")
    public enum Status {
        /** Call now. */
        DUE,
        /** The next attempt is planned for later. */
        PLANNED,
        /** It is not in the hours in which they are called. */
        OUTSIDE_HOURS,
        /** Nobody works there today. */
        DAY_OFF,
        /** Their number was called as often today as it may be. */
        DAILY_LIMIT,
        /** A message that may be an answer waits for the rep's word. */
        REVIEW_OPEN,
        /** Their number was found to be somebody else's, and nobody has corrected it since. */
        NUMBER_WRONG,
        /** Somebody else holds the company since earlier, and no manager has allowed this outreach beside theirs. */
        COMPANY_CONTESTED,
        /** Must not be called. */
        SUPPRESSED,
        /** The story may not be told any more. */
        PERMISSION_ENDED;

        /** Whether nothing but the clock stands between the rep and the call; the clock refuses nobody who calls. */
        boolean mattersOfTimeOnly() {
            return switch (this) {
                case DUE, PLANNED, OUTSIDE_HOURS, DAY_OFF, DAILY_LIMIT -> true;
                case REVIEW_OPEN, NUMBER_WRONG, COMPANY_CONTESTED, SUPPRESSED, PERMISSION_ENDED -> false;
            };
        }
    }
}
