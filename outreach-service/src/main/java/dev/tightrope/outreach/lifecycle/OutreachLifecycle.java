package dev.tightrope.outreach.lifecycle;

import java.time.ZonedDateTime;
import java.util.List;

/** The life cycle of product and documentation, as one function. */
public final class OutreachLifecycle {
    private OutreachLifecycle() {}

    /**
     * What follows when this happens to an outreach that stands there.
     *
     * @param time when it happens, in the zone of the rep: what is planned in days is planned in theirs
     */
    public static Decision decide(Situation now, OutreachTrigger trigger, ZonedDateTime time) {
        return (now.responded() || now.engaged()) && isAboutTheGround(trigger.kind())
                ? beneath(now, trigger, time)
                : route(now, trigger, time);
    }

    /** What an outreach in that state waits for, in words. */
    public static String whatIsNext(OutreachState state) {
        return Refusal.nextOf(state);
    }

    /** What makes a command possible that is refused in that state. */
    public static List<String> mustHappenFirst(OutreachState state, TriggerKind tried) {
        return Refusal.mustHappenFirst(state, Refusal.whatFirst(tried));
    }

    /** Facts of script, call and mail, which go on being true whatever was answered meanwhile. */
    private static boolean isAboutTheGround(TriggerKind kind) {
        return switch (kind) {
            case SCRIPT_APPROVED,
                    SCRIPT_REOPENED,
                    VOICEMAIL_LEFT,
                    CONVERSATION_HELD,
                    EMAIL_RELEASED,
                    CALL_ATTEMPT_UNDONE,
                    CALL_UNSUCCESSFUL,
                    WRONG_NUMBER_FOUND,
                    EXECUTIVE_DECLINED,
                    MAIL_ACCEPTED,
                    MAIL_REFUSED_FOR_GOOD,
                    MAIL_OUTCOME_UNKNOWN,
                    MAIL_WITHHELD,
                    UNKNOWN_OUTCOME_RESOLVED,
                    HARD_BOUNCE,
                    EXECUTIVE_SUPPRESSED,
                    PERMISSION_RENEWED -> true;
            case EMAIL_APPROVED,
                    EMAIL_REOPENED,
                    ADDRESS_CORRECTED,
                    NUMBER_CORRECTED,
                    NAME_CORRECTED,
                    FOLLOW_UP_DUE,
                    WAIT_EXTENDED,
                    ABSENCE_TOLD,
                    CALLED_AGAIN,
                    RESPONSE_RECEIVED,
                    RESPONSE_DISPOSED,
                    NEXT_STEP_PLANNED,
                    ENGAGEMENT_WITHDRAWN,
                    WON,
                    LOST,
                    CLOSED,
                    CANCELLED,
                    OPT_OUT,
                    TRANSFERRED,
                    // These look beneath an answer themselves: whoever came back after a closure is told as well.
                    OPT_OUT_REPORTED,
                    PERMISSION_ENDED,
                    STORY_ABOUT_THEM -> false;
        };
    }

    /**
     * The state stays, what it will go back to follows the fact. Nothing starts or ends beneath an answer: a wait begins
     * and a closure is told when the outreach comes back there.
     */
    private static Decision beneath(Situation now, OutreachTrigger trigger, ZonedDateTime time) {
        Situation ground = now.change().responded(false).engaged(false).done();
        Decision below = route(ground, trigger, time);
        if (below.verdict() == Decision.Verdict.REFUSED) {
            // It is refused for what the state on top says.
            return route(now, trigger, time);
        }
        Situation after = below.after()
                .change()
                .responded(now.responded())
                .engaged(now.engaged() || below.after().engaged())
                .done();
        List<Effect> effects = below.effects().stream()
                .filter(effect -> !(effect instanceof Effect.StartWait) && !(effect instanceof Effect.Close))
                .toList();
        return new Decision(below.verdict(), after, effects, below.reason(), below.mustHappenFirst());
    }

    private static Decision route(Situation now, OutreachTrigger trigger, ZonedDateTime time) {
        PreparingMoves preparing = new PreparingMoves(now, trigger, time);
        CallingMoves calling = new CallingMoves(now, trigger, time);
        MailMoves mail = new MailMoves(now, trigger, time);
        WaitingMoves waiting = new WaitingMoves(now, trigger, time);
        ResponseMoves response = new ResponseMoves(now, trigger, time);
        EndingMoves ending = new EndingMoves(now, trigger, time);
        return switch (trigger.kind()) {
            case EMAIL_APPROVED -> preparing.emailApproved((OutreachTrigger.EmailApproved) trigger);
            case EMAIL_REOPENED -> preparing.emailReopened((OutreachTrigger.EmailReopened) trigger);
            case SCRIPT_APPROVED -> preparing.scriptApproved((OutreachTrigger.ScriptApproved) trigger);
            case SCRIPT_REOPENED -> preparing.scriptReopened();
            case ADDRESS_CORRECTED -> preparing.addressCorrected((OutreachTrigger.AddressCorrected) trigger);
            case NUMBER_CORRECTED -> preparing.numberCorrected((OutreachTrigger.NumberCorrected) trigger);
            case NAME_CORRECTED -> preparing.nameCorrected();
            case VOICEMAIL_LEFT -> calling.voicemailLeft((OutreachTrigger.VoicemailLeft) trigger);
            case CONVERSATION_HELD -> calling.conversationHeld((OutreachTrigger.ConversationHeld) trigger);
            case EMAIL_RELEASED -> calling.emailReleased((OutreachTrigger.EmailReleased) trigger);
            case CALL_ATTEMPT_UNDONE -> calling.callAttemptUndone((OutreachTrigger.CallAttemptUndone) trigger);
            case CALL_UNSUCCESSFUL -> calling.callUnsuccessful((OutreachTrigger.CallUnsuccessful) trigger);
            case WRONG_NUMBER_FOUND -> calling.wrongNumberFound((OutreachTrigger.WrongNumberFound) trigger);
            case EXECUTIVE_DECLINED -> calling.executiveDeclined((OutreachTrigger.ExecutiveDeclined) trigger);
            case MAIL_ACCEPTED -> mail.mailAccepted((OutreachTrigger.MailAccepted) trigger);
            case MAIL_REFUSED_FOR_GOOD -> mail.mailRefusedForGood((OutreachTrigger.MailRefusedForGood) trigger);
            case MAIL_OUTCOME_UNKNOWN -> mail.mailOutcomeUnknown((OutreachTrigger.MailOutcomeUnknown) trigger);
            case MAIL_WITHHELD -> mail.mailWithheld((OutreachTrigger.MailWithheld) trigger);
            case UNKNOWN_OUTCOME_RESOLVED ->
                mail.unknownOutcomeResolved((OutreachTrigger.UnknownOutcomeResolved) trigger);
            case HARD_BOUNCE -> mail.hardBounce((OutreachTrigger.HardBounce) trigger);
            case FOLLOW_UP_DUE -> waiting.followUpDue((OutreachTrigger.FollowUpDue) trigger);
            case WAIT_EXTENDED -> waiting.waitExtended((OutreachTrigger.WaitExtended) trigger);
            case ABSENCE_TOLD -> waiting.absenceTold((OutreachTrigger.AbsenceTold) trigger);
            case CALLED_AGAIN -> waiting.calledAgain((OutreachTrigger.CalledAgain) trigger);
            case RESPONSE_RECEIVED -> response.responseReceived((OutreachTrigger.ResponseReceived) trigger);
            case RESPONSE_DISPOSED -> response.responseDisposed((OutreachTrigger.ResponseDisposed) trigger);
            case NEXT_STEP_PLANNED -> response.nextStepPlanned((OutreachTrigger.NextStepPlanned) trigger);
            case ENGAGEMENT_WITHDRAWN -> response.engagementWithdrawn((OutreachTrigger.EngagementWithdrawn) trigger);
            case WON -> ending.dealEnded(ClosureOutcome.WON, ((OutreachTrigger.Won) trigger).reason());
            case LOST -> ending.dealEnded(ClosureOutcome.LOST, ((OutreachTrigger.Lost) trigger).reason());
            case CLOSED -> ending.closed((OutreachTrigger.Closed) trigger);
            case CANCELLED -> ending.cancelled((OutreachTrigger.Cancelled) trigger);
            case TRANSFERRED -> preparing.transferred((OutreachTrigger.Transferred) trigger);
            case OPT_OUT -> ending.optOut((OutreachTrigger.OptOut) trigger);
            case OPT_OUT_REPORTED -> ending.optOutReported((OutreachTrigger.OptOutReported) trigger);
            case EXECUTIVE_SUPPRESSED -> ending.executiveSuppressed((OutreachTrigger.ExecutiveSuppressed) trigger);
            case PERMISSION_ENDED -> ending.permissionEnded((OutreachTrigger.PermissionEnded) trigger);
            case STORY_ABOUT_THEM -> ending.storyAboutThem((OutreachTrigger.StoryAboutThem) trigger);
            case PERMISSION_RENEWED -> ending.permissionRenewed((OutreachTrigger.PermissionRenewed) trigger);
        };
    }
}
