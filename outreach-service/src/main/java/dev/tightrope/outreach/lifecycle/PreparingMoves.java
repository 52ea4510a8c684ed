package dev.tightrope.outreach.lifecycle;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** E-mail and script: approved in this order, reopened, and always promising each other. */
final class PreparingMoves extends Phase {
    private static final String ADDRESS = "the executive's address was corrected";
    private static final String NAME = "the executive's name was corrected";
    private static final String HANDED_OVER = "the outreach was handed over to another rep";
    private static final String ON_ITS_WAY = "The promised e-mail goes first, from the rep who promised it, in seconds"
            + " where the mail server takes it; hand the outreach over after that, or have the call attempt undone.";
    private static final String ARRIVED_FROM_THEM =
            "First say whether the e-mail arrived that went from the rep who promised it.";
    private static final String ARRIVED = "First say whether the e-mail to the old address arrived.";

    PreparingMoves(Situation now, OutreachTrigger trigger, ZonedDateTime time) {
        super(now, trigger, time);
    }

    Decision emailApproved(OutreachTrigger.EmailApproved approved) {
        return onlyIn(
                Set.of(OutreachState.PREPARING_EMAIL),
                () -> applied(now.change()
                        .email(new LockedEmail(approved.emailVersion(), approved.emailHash()))
                        .ground(OutreachState.PREPARING_SCRIPT)
                        .done()));
    }

    Decision emailReopened(OutreachTrigger.EmailReopened reopened) {
        return switch (now.state()) {
            case PREPARING_SCRIPT, READY_TO_CALL -> reopen(reopened.reason());
            // Script and e-mail disagree and nothing is promised yet: starting over from the e-mail puts it right.
            case NEEDS_ATTENTION ->
                now.ground().attention() == AttentionReason.PROMISE_MISMATCH
                                && now.promise() == null
                                && !now.storyBarred()
                        ? reopen(reopened.reason())
                        : unlisted();
            case PREPARING_EMAIL, SENDING_EMAIL, AWAITING_RESPONSE, FOLLOW_UP_DUE, RESPONDED, ENGAGED, CLOSED ->
                unlisted();
        };
    }

    private Decision reopen(String reason, Effect... more) {
        LockedEmail locked = now.email();
        // One that came back counts no more: the next goes to another address, after another call.
        Situation after = now.change()
                .email(null)
                .mailOut(false)
                .ground(OutreachState.PREPARING_EMAIL)
                .done();
        return locked == null
                ? applied(after, more)
                : applied(after, prepended(new Effect.VoidApprovals(locked.version(), reason), more));
    }

    Decision scriptApproved(OutreachTrigger.ScriptApproved approved) {
        boolean matches = now.email() != null && now.email().is(approved.emailVersion(), approved.emailHash());
        return switch (now.state()) {
            case PREPARING_SCRIPT -> matches ? ready() : mismatch(approved);
            case READY_TO_CALL ->
                matches ? ignored("the script of this e-mail is approved already") : mismatch(approved);
            case NEEDS_ATTENTION -> matches && now.promise() == null ? scriptRepaired() : unlisted();
            case PREPARING_EMAIL, SENDING_EMAIL, AWAITING_RESPONSE, FOLLOW_UP_DUE, RESPONDED, ENGAGED, CLOSED ->
                unlisted();
        };
    }

    private Decision ready() {
        return applied(now.change()
                .scriptApproved(true)
                .ground(OutreachState.READY_TO_CALL)
                .done());
    }

    private Decision scriptRepaired() {
        return now.ground().attention() == AttentionReason.PROMISE_MISMATCH && !now.storyBarred()
                ? ready()
                : applied(now.change().scriptApproved(true).done());
    }

    private Decision mismatch(OutreachTrigger.ScriptApproved approved) {
        return attention(
                now.change().scriptApproved(false),
                AttentionReason.PROMISE_MISMATCH,
                "The approved script promises version " + approved.emailVersion()
                        + " of the e-mail, but another one is locked. Approve the script again, or reopen the e-mail.");
    }

    Decision scriptReopened() {
        return switch (now.state()) {
            case READY_TO_CALL ->
                applied(now.change()
                        .scriptApproved(false)
                        .ground(OutreachState.PREPARING_SCRIPT)
                        .done());
            case NEEDS_ATTENTION ->
                now.scriptApproved() && now.promise() == null
                        ? applied(now.change().scriptApproved(false).done())
                        : unlisted();
            case PREPARING_EMAIL,
                    PREPARING_SCRIPT,
                    SENDING_EMAIL,
                    AWAITING_RESPONSE,
                    FOLLOW_UP_DUE,
                    RESPONDED,
                    ENGAGED,
                    CLOSED -> unlisted();
        };
    }

    Decision addressCorrected(OutreachTrigger.AddressCorrected corrected) {
        return switch (now.ground().state()) {
            // The recipient is part of what was approved, beneath an answer too.
            case PREPARING_EMAIL, PREPARING_SCRIPT, READY_TO_CALL -> reopen(ADDRESS, new Effect.TellCorrected());
            case AWAITING_RESPONSE, FOLLOW_UP_DUE -> applied(now, new Effect.TellCorrected());
            case NEEDS_ATTENTION ->
                now.state() == OutreachState.NEEDS_ATTENTION
                        ? addressRepaired(corrected.email())
                        : addressNoted(corrected.email());
            case CLOSED -> now.state() == OutreachState.CLOSED ? unlisted() : applied(now, new Effect.TellCorrected());
            case SENDING_EMAIL, RESPONDED, ENGAGED -> unlisted();
        };
    }

    /** Nothing is sent beneath an answer; what goes later goes to the right address. */
    private Decision addressNoted(String email) {
        if (now.ground().attention() == AttentionReason.OUTCOME_UNKNOWN) {
            return refused(ARRIVED);
        }
        return addressKept(email);
    }

    /** Nothing follows yet: what is approved is void unless a call promised it; then it goes to the right address. */
    private Decision addressKept(String email) {
        if (now.promise() == null) {
            return voided(ADDRESS, new Effect.TellCorrected());
        }
        return now.mailOut()
                ? applied(now, new Effect.TellCorrected())
                : applied(now.change().correctedTo(email).done(), new Effect.TellCorrected());
    }

    /** The approvals are void, and what is wrong besides is to be put right first. */
    private Decision voided(String reason, Effect... more) {
        LockedEmail locked = now.email();
        return locked == null
                ? applied(now, more)
                : applied(
                        now.change().email(null).done(),
                        prepended(new Effect.VoidApprovals(locked.version(), reason), more));
    }

    /** The name is part of what was approved: in To and, most likely, in the first line. */
    Decision nameCorrected() {
        return switch (now.ground().state()) {
            case PREPARING_SCRIPT, READY_TO_CALL -> reopen(NAME);
            case NEEDS_ATTENTION ->
                now.promise() == null && now.email() != null && !now.mailOut() ? voided(NAME) : unlisted();
            case PREPARING_EMAIL, SENDING_EMAIL, AWAITING_RESPONSE, FOLLOW_UP_DUE, RESPONDED, ENGAGED, CLOSED ->
                unlisted();
        };
    }

    /**
     * Name, number, address and signature are part of what was approved, and a promise is kept by whom it was made: nothing
     * that a rep approved or promised goes out once the outreach is another's.
     */
    Decision transferred(OutreachTrigger.Transferred to) {
        Effect handOver = new Effect.HandOver(to);
        return switch (now.ground().state()) {
            case PREPARING_EMAIL, PREPARING_SCRIPT, READY_TO_CALL -> reopen(HANDED_OVER, handOver);
            case SENDING_EMAIL -> refused(ON_ITS_WAY);
            case NEEDS_ATTENTION ->
                now.ground().attention() == AttentionReason.OUTCOME_UNKNOWN
                        ? refused(ARRIVED_FROM_THEM)
                        : transferredWhileStopped(handOver);
            case AWAITING_RESPONSE, FOLLOW_UP_DUE -> applied(withoutPromise().done(), handOver);
            case CLOSED -> applied(now.mailOut() ? withoutPromise().done() : now, handOver);
            case RESPONDED, ENGAGED -> unlisted();
        };
    }

    /** What was approved is void, and whoever owns it now is told what was promised in vain. */
    private Decision transferredWhileStopped(Effect handOver) {
        List<Effect> effects = new ArrayList<>();
        if (now.email() != null) {
            effects.add(new Effect.VoidApprovals(now.email().version(), HANDED_OVER));
        }
        if (now.promiseOpen()) {
            effects.add(new Effect.CancelMail(HANDED_OVER));
        }
        if (now.promise() != null) {
            effects.add(new Effect.TellWithheld(now.promise().attemptId(), HANDED_OVER));
        }
        effects.add(handOver);
        return applied(withoutPromise().email(null).mailOut(false).done(), effects);
    }

    /** Of what a former rep promised nothing is sent again, should it come back; it was heard, and may be answered. */
    private Situation.Change withoutPromise() {
        Situation.Change change = now.change();
        return now.promise() == null
                ? change
                : change.withoutPromiseOf(now.promise().attemptId());
    }

    private Decision addressRepaired(String email) {
        AttentionReason reason = now.ground().attention();
        if (reason == null) {
            return unlisted();
        }
        return switch (reason) {
            case HARD_BOUNCE, REFUSED, SUPPRESSED ->
                now.storyBarred()
                        ? refused(STORY_BARRED)
                        : now.promise() == null ? reopen(ADDRESS, calledAnew()) : sendTo(email, now.promise());
            case OUTCOME_UNKNOWN -> refused(ARRIVED);
            case WRONG_NUMBER, NOT_REACHED, PERMISSION_ENDED, STORY_ABOUT_THEM, PROMISE_MISMATCH, COMPANY_HELD ->
                addressKept(email);
        };
    }

    /** An e-mail that came back was promised by somebody who does not send it again: another call has to announce it. */
    private Effect[] calledAnew() {
        return now.mailOut() && now.voidAttempt() != null
                ? new Effect[] {
                    new Effect.TellCorrected(),
                    new Effect.TellWithheld(
                            now.voidAttempt(), "it came back, and another call has to announce the next")
                }
                : new Effect[] {new Effect.TellCorrected()};
    }

    /** What was approved goes to the new address, once; not before the undo window is over. */
    private Decision sendTo(String email, Promise promise) {
        if (!promise.email().equals(now.email())) {
            return refused("The voicemail promised another e-mail than the locked one: start a new round.");
        }
        Situation after = now.change()
                .correctedTo(email)
                .mailOut(false)
                // The wait starts anew with the new mail, in its full length.
                .waitUntil(null)
                .ground(OutreachState.SENDING_EMAIL)
                .done();
        return promise.releasedAt() == null
                ? applied(after, new Effect.TellCorrected())
                : applied(
                        after,
                        new Effect.TellCorrected(),
                        new Effect.ReleaseMail(promise, time, Effect.Resend.NEW_ADDRESS, email));
    }

    Decision numberCorrected(OutreachTrigger.NumberCorrected corrected) {
        return switch (now.state()) {
            case PREPARING_EMAIL,
                    PREPARING_SCRIPT,
                    READY_TO_CALL,
                    SENDING_EMAIL,
                    AWAITING_RESPONSE,
                    FOLLOW_UP_DUE,
                    RESPONDED,
                    ENGAGED -> applied(now, new Effect.TellCorrected(true));
            case NEEDS_ATTENTION -> numberRepaired(corrected.suppressed());
            case CLOSED -> unlisted();
        };
    }

    private Decision numberRepaired(boolean suppressed) {
        boolean theNumberWasWrong = now.ground().attention() == AttentionReason.WRONG_NUMBER
                || now.ground().attention() == AttentionReason.NOT_REACHED
                || (now.ground().attention() == AttentionReason.SUPPRESSED && !now.mailOut() && !suppressed);
        if (!theNumberWasWrong) {
            return applied(now, new Effect.TellCorrected(true));
        }
        if (now.storyBarred()) {
            return refused(STORY_BARRED);
        }
        OutreachState goesOn = now.email() == null
                ? OutreachState.PREPARING_EMAIL
                : now.scriptApproved() ? OutreachState.READY_TO_CALL : OutreachState.PREPARING_SCRIPT;
        Situation.Change change = now.change().promise(null).ground(goesOn);
        if (now.promise() != null) {
            // Whatever was said to the wrong number is no promise to the executive; but it was heard, and may be
            // answered.
            change.voicemailBefore();
        }
        return applied(change.done(), new Effect.TellCorrected(true));
    }

    private static Effect[] prepended(Effect first, Effect... more) {
        Effect[] all = new Effect[more.length + 1];
        all[0] = first;
        System.arraycopy(more, 0, all, 1, more.length);
        return all;
    }
}
