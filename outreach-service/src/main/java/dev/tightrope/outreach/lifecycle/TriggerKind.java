package dev.tightrope.outreach.lifecycle;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names of the triggers, one per record; the decider switches over them exhaustively. */
public enum TriggerKind {
    EMAIL_APPROVED(OutreachTrigger.EmailApproved.class, true),
    EMAIL_REOPENED(OutreachTrigger.EmailReopened.class, true),
    SCRIPT_APPROVED(OutreachTrigger.ScriptApproved.class, false),
    SCRIPT_REOPENED(OutreachTrigger.ScriptReopened.class, false),
    VOICEMAIL_LEFT(OutreachTrigger.VoicemailLeft.class, false),
    CONVERSATION_HELD(OutreachTrigger.ConversationHeld.class, false),
    EMAIL_RELEASED(OutreachTrigger.EmailReleased.class, false),
    CALL_ATTEMPT_UNDONE(OutreachTrigger.CallAttemptUndone.class, false),
    CALL_UNSUCCESSFUL(OutreachTrigger.CallUnsuccessful.class, false),
    WRONG_NUMBER_FOUND(OutreachTrigger.WrongNumberFound.class, false),
    EXECUTIVE_DECLINED(OutreachTrigger.ExecutiveDeclined.class, false),
    MAIL_ACCEPTED(OutreachTrigger.MailAccepted.class, false),
    MAIL_REFUSED_FOR_GOOD(OutreachTrigger.MailRefusedForGood.class, false),
    MAIL_OUTCOME_UNKNOWN(OutreachTrigger.MailOutcomeUnknown.class, false),
    MAIL_WITHHELD(OutreachTrigger.MailWithheld.class, false),
    UNKNOWN_OUTCOME_RESOLVED(OutreachTrigger.UnknownOutcomeResolved.class, true),
    HARD_BOUNCE(OutreachTrigger.HardBounce.class, false),
    ADDRESS_CORRECTED(OutreachTrigger.AddressCorrected.class, true),
    NUMBER_CORRECTED(OutreachTrigger.NumberCorrected.class, true),
    NAME_CORRECTED(OutreachTrigger.NameCorrected.class, false),
    FOLLOW_UP_DUE(OutreachTrigger.FollowUpDue.class, false),
    WAIT_EXTENDED(OutreachTrigger.WaitExtended.class, true),
    ABSENCE_TOLD(OutreachTrigger.AbsenceTold.class, false),
    CALLED_AGAIN(OutreachTrigger.CalledAgain.class, true),
    RESPONSE_RECEIVED(OutreachTrigger.ResponseReceived.class, false),
    RESPONSE_DISPOSED(OutreachTrigger.ResponseDisposed.class, true),
    NEXT_STEP_PLANNED(OutreachTrigger.NextStepPlanned.class, true),
    ENGAGEMENT_WITHDRAWN(OutreachTrigger.EngagementWithdrawn.class, true),
    WON(OutreachTrigger.Won.class, true),
    LOST(OutreachTrigger.Lost.class, true),
    CLOSED(OutreachTrigger.Closed.class, true),
    CANCELLED(OutreachTrigger.Cancelled.class, true),
    TRANSFERRED(OutreachTrigger.Transferred.class, true),
    OPT_OUT(OutreachTrigger.OptOut.class, false),
    OPT_OUT_REPORTED(OutreachTrigger.OptOutReported.class, false),
    EXECUTIVE_SUPPRESSED(OutreachTrigger.ExecutiveSuppressed.class, false),
    PERMISSION_ENDED(OutreachTrigger.PermissionEnded.class, false),
    STORY_ABOUT_THEM(OutreachTrigger.StoryAboutThem.class, false),
    PERMISSION_RENEWED(OutreachTrigger.PermissionRenewed.class, false);

    private static final Map<Class<?>, TriggerKind> BY_CLASS =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(kind -> kind.type, Function.identity()));

    private final Class<? extends OutreachTrigger> type;
    private final boolean command;

    TriggerKind(Class<? extends OutreachTrigger> type, boolean command) {
        this.type = type;
        this.command = command;
    }

    /** Whether a person asked for it; the others are facts, which cannot be refused, only recorded without effect. */
    public boolean isCommand() {
        return command;
    }

    /** The trigger's record. */
    public Class<? extends OutreachTrigger> type() {
        return type;
    }

    static TriggerKind of(OutreachTrigger trigger) {
        TriggerKind kind = BY_CLASS.get(trigger.getClass());
        if (kind == null) {
            throw new IllegalStateException(trigger.getClass() + " has no TriggerKind");
        }
        return kind;
    }
}
