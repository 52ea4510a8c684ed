package dev.tightrope.voicemail.call;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One dial, as the rep records it. */
public record CallAttemptRequest(
        @Schema(required = true) @Nullable UUID outreachId,
        @Schema(required = true) @Nullable CallOutcome outcome,

        @Schema(description = "When it was dialled; now, if left out") @Nullable
        Instant startedAt,

        @Nullable Instant endedAt,

        @Schema(description = "What was said; with DECLINED, the reason in their words") @Nullable
        String notes,

        @Schema(description = "When you meet; needed for MEETING_AGREED") @Nullable
        Instant meetingAt,

        @Schema(description = "Whom to turn to; its name is needed for REFERRED") @Nullable
        ReferredTo referredTo,

        @Schema(description = "When to call again, if nobody took the message; planned if left out") @Nullable
        Instant nextAttemptAt,

        @Schema(description = "The tick \"I call from a quiet place\"") @Nullable
        Boolean quietPlace) {}
