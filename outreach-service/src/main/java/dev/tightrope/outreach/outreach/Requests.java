package dev.tightrope.outreach.outreach;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tightrope.events.ResponseChannel;
import dev.tightrope.outreach.input.FreeText;
import dev.tightrope.outreach.input.SingleLine;
import dev.tightrope.outreach.lifecycle.ClosureOutcome;
import dev.tightrope.outreach.lifecycle.DayCount;
import dev.tightrope.outreach.lifecycle.DispositionKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Bodies of the commands. */
final class Requests {
    private Requests() {}

    /** Wait longer: until a moment, or for a length from now. */
    record WaitExtension(
            @Nullable Instant until,
            @Nullable @SingleLine(max = 40) String length) {}

    /** Another round; written for the role of its story unless another is given. */
    record NextRound(
            @Nullable UUID storyId,

            @Nullable @SingleLine(max = 200) String businessUserRole,

            @JsonProperty("wait") @Nullable @SingleLine(max = 40)
            String waitLength,

            @Nullable DayCount waitCountedIn,

            @Nullable @FreeText(max = 1000) String overrideReason) {}

    /** The end. */
    record Closure(
            @NotNull ClosureOutcome outcome,
            @Nullable @FreeText(max = 1000) String reason) {}

    /** Giving up, or taking back. */
    record Because(@Nullable @FreeText(max = 1000) String reason) {}

    /** Why a manager lets it go on although somebody else holds the company. */
    record HoldReason(@NotNull @FreeText(max = 1000) String reason) {}

    /** To whom it is handed over, and why. */
    @Schema(name = "TransferRequest")
    record Transfer(
            @NotNull UUID toPersonId,
            @NotNull @FreeText(max = 1000) String reason) {}

    /** What is to be done next, and by when. */
    @Schema(name = "NextStepRequest")
    record NextStep(
            @NotNull @SingleLine(max = 500) String nextStep,
            @NotNull LocalDate on,
            @Nullable @SingleLine(max = 200) String contactName) {}

    /**
     * How the executive is reached really; or that the number that was found wrong, or the address that
     * mail came back from, is right after all.
     */
    record ExecutiveCorrection(
            @Nullable @SingleLine(max = 254) String email,
            @Nullable @SingleLine(max = 40) String phone,

            @Schema(
                    description =
                            "Has to be true to give the number again that was found wrong or not reached, or an address mail came back from")
            @Nullable
            Boolean rightAfterAll) {}

    /** Whether the e-mail had been accepted. */
    record MailOutcome(@NotNull Boolean sent) {}

    /** Somebody at the company, as far as known. */
    record Somebody(
            @Nullable @SingleLine(max = 200) String name,
            @Nullable @SingleLine(max = 200) String role,
            @Nullable @SingleLine(max = 254) String email,
            @Nullable @SingleLine(max = 40) String phone) {}

    /** A response that came by phone, in person or another way. */
    record NewResponse(
            @NotNull ResponseChannel channel,
            @NotNull @Valid Somebody from,
            @NotNull @FreeText(max = 20_000) String text,
            @Nullable Instant receivedAt) {}

    /** What a response means. */
    record Meaning(
            @NotNull DispositionKind meaning,
            @Nullable @SingleLine(max = 500) String nextStep,
            @Nullable LocalDate nextStepOn,
            @Nullable @SingleLine(max = 200) String contactName,
            @Nullable Instant until,
            @Nullable @FreeText(max = 1000) String reason,
            @Nullable Boolean wholeCompany,
            @Nullable @Valid Somebody passedOnTo) {}
}
