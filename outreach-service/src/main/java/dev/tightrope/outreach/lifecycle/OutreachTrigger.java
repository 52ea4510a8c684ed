package dev.tightrope.outreach.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened to an outreach, or that somebody asks of it: one record per fact. */
public sealed interface OutreachTrigger {

    /** Its name, for switches, the history and the table of the life cycle. */
    default TriggerKind kind() {
        return TriggerKind.of(this);
    }

    /** The rep approved the e-mail; it is locked. */
    record EmailApproved(int emailVersion, String emailHash) implements OutreachTrigger {}

    /** The locked e-mail is to be changed. */
    record EmailReopened(String reason) implements OutreachTrigger {}

    /** Homework is complete and the script approved; it promises the e-mail of this version and hash. */
    record ScriptApproved(int scriptVersion, int emailVersion, String emailHash) implements OutreachTrigger {}

    /** The approved script is to be changed. */
    record ScriptReopened(String reason) implements OutreachTrigger {}

    /** The voicemail was recorded; it promised the e-mail of this version and hash. */
    record VoicemailLeft(UUID attemptId, int emailVersion, String emailHash, Instant recordedAt)
            implements OutreachTrigger {}

    /** The executive answered and heard the message. */
    record ConversationHeld(
            UUID attemptId,
            int emailVersion,
            String emailHash,
            Instant recordedAt,
            PromiseKind outcome,
            Agreement agreed)
            implements OutreachTrigger {}

    /** The undo window of the attempt is over. */
    record EmailReleased(UUID attemptId, int emailVersion, String emailHash, Instant releasedAt)
            implements OutreachTrigger {}

    /** The attempt was undone within its window. */
    record CallAttemptUndone(UUID attemptId) implements OutreachTrigger {}

    /**
     * Nobody who could take the message was reached.
     *
     * @param nextAttemptAt when they are called again; absent after the last planned attempt
     * @param attempts how often this number was called in vain, where known
     */
    record CallUnsuccessful(
            UUID attemptId,
            String outcome,
            @Nullable Instant nextAttemptAt,
            @Nullable Integer attempts) implements OutreachTrigger {}

    /** The number is not the executive's; found out on the phone, or after the attempt promised the e-mail to somebody else. */
    record WrongNumberFound(UUID attemptId, String phone) implements OutreachTrigger {}

    /** The executive said no on the phone. */
    record ExecutiveDeclined(UUID attemptId, @Nullable String reason) implements OutreachTrigger {}

    /** The mail server accepted the e-mail. */
    record MailAccepted(int emailVersion, String emailHash, String messageId, Instant releasedAt, Instant acceptedAt)
            implements OutreachTrigger {}

    /** The mail server refused the e-mail for good. */
    record MailRefusedForGood(@Nullable String smtpReply, String reason) implements OutreachTrigger {}

    /** The connection was lost after the final dot. */
    record MailOutcomeUnknown(@Nullable String smtpReply, String reason) implements OutreachTrigger {}

    /** The fence before the final dot did not let the e-mail pass. */
    record MailWithheld(AttentionReason why, String detail) implements OutreachTrigger {}

    /** It is known now whether the mail server had accepted the e-mail; if not, it is sent again. */
    record UnknownOutcomeResolved(boolean sent, Instant at) implements OutreachTrigger {}

    /** The e-mail came back for good. */
    record HardBounce(String recipient, @Nullable String status, String detail) implements OutreachTrigger {}

    /** The executive's e-mail address is another one. */
    record AddressCorrected(String email) implements OutreachTrigger {}

    /**
     * The executive's number is another one.
     *
     * @param suppressed whether the executive must not be contacted all the same
     */
    record NumberCorrected(String phone, boolean suppressed) implements OutreachTrigger {}

    /** The executive's name is another one. */
    record NameCorrected() implements OutreachTrigger {}

    /** A wait is over. */
    record FollowUpDue(int waitNumber, Instant dueAt) implements OutreachTrigger {}

    /** The rep waits longer. */
    record WaitExtended(Instant until) implements OutreachTrigger {}

    /** An automatic reply says that somebody is away until that day; the wait is over that much later. */
    record AbsenceTold(String who, LocalDate returnsOn, Instant until) implements OutreachTrigger {}

    /** The rep goes into another round, with the same or another story, and with another length of its wait if given. */
    record CalledAgain(UUID storyId, @Nullable String waitLength, DayCount waitCountedIn) implements OutreachTrigger {
        /** With a wait that counts all days, if it has a length of its own. */
        public CalledAgain(UUID storyId, @Nullable String waitLength) {
            this(storyId, waitLength, DayCount.DAYS);
        }
    }

    /** A person at the prospect answered; automatic replies and bounces never become this. */
    record ResponseReceived(UUID responseId, String from, Instant receivedAt) implements OutreachTrigger {}

    /** The rep said what a response means. */
    record ResponseDisposed(UUID responseId, Disposition meaning, int otherOpenResponses) implements OutreachTrigger {}

    /** Another next step, or another date for it. */
    record NextStepPlanned(
            String nextStep, LocalDate on, @Nullable String contactName) implements OutreachTrigger {}

    /** The engagement was a mistake. */
    record EngagementWithdrawn(String reason) implements OutreachTrigger {}

    /** They bought. */
    record Won(@Nullable String reason) implements OutreachTrigger {}

    /** They did not buy. */
    record Lost(@Nullable String reason) implements OutreachTrigger {}

    /** The rep ends it: NO_RESPONSE, UNREACHABLE or DECLINED; or OPTED_OUT, when they are on the suppression list. */
    record Closed(ClosureOutcome outcome, @Nullable String reason) implements OutreachTrigger {}

    /** We give it up. */
    record Cancelled(@Nullable String reason) implements OutreachTrigger {}

    /** A manager gives it to another rep, together with others of theirs or alone. */
    record Transferred(
            UUID fromPersonId, UUID toPersonId, @Nullable UUID toTeamId, String reason, UUID transferId, int together)
            implements OutreachTrigger {}

    /** The executive, or the whole company, asked not to be contacted any more. */
    record OptOut(String detail) implements OutreachTrigger {}

    /**
     * Somebody to whom the outreach does not belong put the executive on the suppression list: whoever it belongs to says
     * whether it ends.
     */
    record OptOutReported(String detail) implements OutreachTrigger {}

    /** The executive's address or number came onto the suppression list, without an opt-out of theirs. */
    record ExecutiveSuppressed(String detail) implements OutreachTrigger {}

    /** The story may not be told any more. */
    record PermissionEnded(UUID storyId, String competitor) implements OutreachTrigger {}

    /** The story turns out to be about the very company it is told to, or one of its family. */
    record StoryAboutThem(UUID storyId, String competitor) implements OutreachTrigger {}

    /** A story that was not to be told any more may be told again: it is permitted, and about somebody else. */
    record PermissionRenewed(UUID storyId) implements OutreachTrigger {}
}
