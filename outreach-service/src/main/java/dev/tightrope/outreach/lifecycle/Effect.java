package dev.tightrope.outreach.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that has to be done because of a move; the aggregate does it inside the move's transaction. */
public sealed interface Effect {

    /** A round begins with this story. */
    record BeginRound(UUID storyId) implements Effect {}

    /** The locked e-mail is open again. */
    record VoidApprovals(int emailVersion, String reason) implements Effect {}

    /** The promised e-mail goes now. */
    record ReleaseMail(Promise promise, Instant releasedAt, Resend resend, String recipient) implements Effect {}

    /** The promised e-mail may not go any more. */
    record CancelMail(String reason) implements Effect {}

    /** The mail server accepted the e-mail. */
    record TellMailOut(OutreachTrigger.MailAccepted mail) implements Effect {}

    /** The rep found out that the e-mail had been accepted. */
    record ConfirmMail(Instant at) implements Effect {}

    /** The mail server refused the e-mail, or nobody knows. */
    record TellMailFailed(boolean outcomeUnknown, @Nullable String smtpReply, String reason) implements Effect {}

    /** A promise was made that is not kept: the rep is told at once. */
    record TellWithheld(UUID attemptId, String reason) implements Effect {}

    /** Silence begins or goes on. */
    record StartWait(
            int number,
            Instant from,
            @Nullable String length,
            DayCount countedIn,
            @Nullable Instant until,
            String cause)
            implements Effect {}

    /** The rep has to decide something. */
    record TellAttention(AttentionReason reason, String detail) implements Effect {}

    /** The executive came onto the suppression list while the outreach waits: whether it ends is for the rep to say. */
    record TellSuppressed(String detail) implements Effect {}

    /** A person answered. */
    record TellResponse(UUID responseId) implements Effect {}

    /** A response was given its meaning. */
    record TellDisposition(UUID responseId, DispositionKind meaning) implements Effect {}

    /** The sales work starts, or its next step changes. */
    record Engage(String nextStep, LocalDate on, @Nullable String contactName) implements Effect {}

    /** The engagement was a mistake. */
    record TellEngagementWithdrawn() implements Effect {}

    /**
     * The executive is reached differently now.
     *
     * @param numberGiven whether their number was given, be it the same one again
     */
    record TellCorrected(boolean numberGiven) implements Effect {
        TellCorrected() {
            this(false);
        }
    }

    /** The story may not be told any more. */
    record TellPermissionEnded(UUID storyId, String competitor, AttentionReason because) implements Effect {}

    /** Nobody followed its story while it was closed: whether it may still be told has to be found out now. */
    record LookAtStory() implements Effect {}

    /** It belongs to another rep from now on. */
    record HandOver(OutreachTrigger.Transferred transfer) implements Effect {}

    /** The company is held again. */
    record TakeHold() implements Effect {}

    /** The outreach ended and its company is free. */
    record Close(ClosureOutcome outcome, @Nullable String reason) implements Effect {}

    /** A late response reopened it. */
    record Reopen(ClosureOutcome closedAs) implements Effect {}

    /** Why a mail goes. */
    enum Resend {
        /** For the first time in its round. */
        NO,
        /** To a corrected address. */
        NEW_ADDRESS,
        /** The earlier one never arrived. */
        NEVER_ARRIVED
    }
}
