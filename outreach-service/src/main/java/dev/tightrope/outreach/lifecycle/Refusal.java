package dev.tightrope.outreach.lifecycle;

import java.util.List;

/** The words of a refusal: the state, what was tried, what has to happen first. */
final class Refusal {
    /** Of facts, which nobody has to make possible. */
    static final String ANOTHER_TIME = "It comes at another time of its life.";

    private Refusal() {}

    static String of(Situation now, TriggerKind tried, String first) {
        return "The outreach is " + standing(now) + ", so " + tried(tried) + " is not possible. " + first + " "
                + nextOf(now.state());
    }

    /** What has to happen first, alone; nothing happens any more to what is closed, whatever was tried. */
    static List<String> mustHappenFirst(OutreachState state, String first) {
        return List.of(state == OutreachState.CLOSED ? nextOf(state) : first);
    }

    private static String standing(Situation now) {
        return switch (now.state()) {
            case CLOSED -> "CLOSED (" + now.ground().outcome() + ")";
            case NEEDS_ATTENTION -> "NEEDS_ATTENTION (" + now.ground().attention() + ")";
            case PREPARING_EMAIL,
                    PREPARING_SCRIPT,
                    READY_TO_CALL,
                    SENDING_EMAIL,
                    AWAITING_RESPONSE,
                    FOLLOW_UP_DUE,
                    RESPONDED,
                    ENGAGED -> now.state().name();
        };
    }

    /** What an outreach in that state waits for. */
    static String nextOf(OutreachState state) {
        return switch (state) {
            case PREPARING_EMAIL -> "Next: edit the e-mail until its checks pass, and approve it.";
            case PREPARING_SCRIPT -> "Next: complete the homework and approve the script, or reopen the e-mail.";
            case READY_TO_CALL ->
                "Next: call the executive and record the attempt, or reopen the e-mail or the script.";
            case SENDING_EMAIL ->
                "Next: the mail server accepts the e-mail; until the undo window is over, the call"
                        + " attempt can be undone.";
            case AWAITING_RESPONSE -> "Next: stay silent until somebody answers or the wait is over.";
            case FOLLOW_UP_DUE -> "Next: extend the wait, call again in a new round, or close.";
            case RESPONDED -> "Next: say what the response means.";
            case ENGAGED -> "Next: take the next step; then it is won or lost, or the engagement is withdrawn.";
            case NEEDS_ATTENTION -> "Next: correct what is wrong, go on with another story in a new round, or close.";
            case CLOSED ->
                "A late response reopens one that ended with NO_RESPONSE, UNREACHABLE or CANCELLED; else open"
                        + " a new outreach.";
        };
    }

    private static String tried(TriggerKind kind) {
        return switch (kind) {
            case EMAIL_APPROVED -> "approving the e-mail";
            case EMAIL_REOPENED -> "reopening the e-mail";
            case SCRIPT_APPROVED -> "approving the script";
            case SCRIPT_REOPENED -> "reopening the script";
            case VOICEMAIL_LEFT -> "recording a voicemail";
            case CONVERSATION_HELD, EXECUTIVE_DECLINED -> "recording a conversation";
            case EMAIL_RELEASED -> "releasing the e-mail";
            case CALL_ATTEMPT_UNDONE -> "undoing the call attempt";
            case CALL_UNSUCCESSFUL, WRONG_NUMBER_FOUND -> "recording a call attempt";
            case MAIL_ACCEPTED, MAIL_REFUSED_FOR_GOOD, MAIL_OUTCOME_UNKNOWN, MAIL_WITHHELD -> "sending the e-mail";
            case UNKNOWN_OUTCOME_RESOLVED -> "saying what became of the e-mail";
            case HARD_BOUNCE -> "recording a bounce";
            case ADDRESS_CORRECTED -> "correcting the executive's address";
            case NUMBER_CORRECTED -> "correcting the executive's number";
            case NAME_CORRECTED -> "correcting the executive's name";
            case FOLLOW_UP_DUE -> "raising the follow-up";
            case WAIT_EXTENDED -> "extending the wait";
            case ABSENCE_TOLD -> "moving the wait for an absence";
            case CALLED_AGAIN -> "a new round";
            case RESPONSE_RECEIVED -> "recording a response";
            case RESPONSE_DISPOSED -> "saying what a response means";
            case NEXT_STEP_PLANNED -> "planning the next step";
            case ENGAGEMENT_WITHDRAWN -> "withdrawing the engagement";
            case WON -> "closing it as WON";
            case LOST -> "closing it as LOST";
            case CLOSED -> "closing it with that outcome";
            case CANCELLED -> "cancelling it";
            case TRANSFERRED -> "handing it over";
            case OPT_OUT, OPT_OUT_REPORTED, EXECUTIVE_SUPPRESSED -> "recording an opt-out";
            case PERMISSION_ENDED -> "ending the permission";
            case STORY_ABOUT_THEM -> "finding the story to be about them";
            case PERMISSION_RENEWED -> "renewing the permission";
        };
    }

    static String whatFirst(TriggerKind kind) {
        return switch (kind) {
            case EMAIL_APPROVED ->
                "An e-mail is approved once per round, before the script and the call: it has to be reopened, or a new"
                        + " round begun, first.";
            case EMAIL_REOPENED ->
                "Only an approved e-mail that is not yet promised to the executive can be reopened; undo"
                        + " the call attempt first, or write another one in a new round.";
            case UNKNOWN_OUTCOME_RESOLVED ->
                "First sending has to end without anybody knowing whether the e-mail was" + " accepted.";
            case ADDRESS_CORRECTED, NUMBER_CORRECTED ->
                "The e-mail goes to the approved address; wait until it is out.";
            case WAIT_EXTENDED -> "First the e-mail has to be out and nobody may have answered.";
            case CALLED_AGAIN -> "First the wait has to be over, or the outreach has to need attention.";
            case RESPONSE_DISPOSED -> "First somebody has to answer; record the response.";
            case NEXT_STEP_PLANNED, ENGAGEMENT_WITHDRAWN, WON, LOST ->
                "First a response has to be found to mean that they" + " are interested.";
            case CLOSED ->
                "NO_RESPONSE, UNREACHABLE and DECLINED are said when a follow-up is due or attention is needed,"
                        + " OPTED_OUT of whoever is on the suppression list; an open outreach can be cancelled at any time.";
            case CANCELLED -> "It has ended already.";
            case TRANSFERRED -> "The promised e-mail goes first, from the rep who promised it.";
            case RESPONSE_RECEIVED -> "First a voicemail or a conversation has to be recorded.";
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
                    HARD_BOUNCE,
                    NAME_CORRECTED,
                    FOLLOW_UP_DUE,
                    ABSENCE_TOLD,
                    OPT_OUT,
                    OPT_OUT_REPORTED,
                    EXECUTIVE_SUPPRESSED,
                    PERMISSION_ENDED,
                    STORY_ABOUT_THEM,
                    PERMISSION_RENEWED -> ANOTHER_TIME;
        };
    }
}
