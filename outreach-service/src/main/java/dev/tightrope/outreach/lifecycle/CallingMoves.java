package dev.tightrope.outreach.lifecycle;

import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The call: a promise is made or not, undone in time or released. */
final class CallingMoves extends Phase {
    private static final String HEARD = ": somebody else heard the message, and the e-mail is not sent";

    CallingMoves(Situation now, OutreachTrigger trigger, ZonedDateTime time) {
        super(now, trigger, time);
    }

    Decision voicemailLeft(OutreachTrigger.VoicemailLeft left) {
        return promised(new Promise(
                left.attemptId(),
                PromiseKind.VOICEMAIL,
                Agreement.NONE,
                new LockedEmail(left.emailVersion(), left.emailHash()),
                left.recordedAt(),
                null));
    }

    Decision conversationHeld(OutreachTrigger.ConversationHeld held) {
        return promised(new Promise(
                held.attemptId(),
                held.outcome(),
                held.agreed(),
                new LockedEmail(held.emailVersion(), held.emailHash()),
                held.recordedAt(),
                null));
    }

    private Decision promised(Promise promise) {
        if (isOfAttempt(promise.attemptId())) {
            return ignored("this call attempt is recorded already");
        }
        return switch (now.state()) {
            case READY_TO_CALL ->
                promise.email().equals(now.email())
                        ? applied(now.change()
                                .promise(promise)
                                .ground(OutreachState.SENDING_EMAIL)
                                .done())
                        : mismatch(promise);
            case PREPARING_EMAIL, PREPARING_SCRIPT ->
                ignoredButWithheld(
                        promise.attemptId(),
                        "it was reopened before the voicemail: there is no approved e-mail to send");
            case NEEDS_ATTENTION -> promisedWhileStopped(promise);
            case CLOSED ->
                now.mailOut()
                        ? ignored("the e-mail of this round is out already")
                        : ignoredButWithheld(
                                promise.attemptId(),
                                "the outreach was closed (" + now.ground().outcome() + ") before the voicemail");
            case SENDING_EMAIL -> ignored("the e-mail is promised already by another call attempt; it goes once");
            // Without an e-mail an answer that was passed on led here, while the call was being made.
            case AWAITING_RESPONSE, FOLLOW_UP_DUE ->
                now.mailOut()
                        ? ignored("the e-mail of this round is out already")
                        : ignoredButWithheld(
                                promise.attemptId(),
                                "they answered before the voicemail, and the outreach waits without an e-mail");
            case RESPONDED, ENGAGED -> unlisted();
        };
    }

    private Decision mismatch(Promise promise) {
        String detail = "The voicemail promised version " + promise.email().version()
                + " of the e-mail, but another one is locked; nothing was sent.";
        return attention(
                now.change().promise(promise),
                AttentionReason.PROMISE_MISMATCH,
                detail,
                new Effect.TellWithheld(promise.attemptId(), detail));
    }

    private Decision promisedWhileStopped(Promise promise) {
        if (now.mailOut()) {
            return ignored("the e-mail of this round is out already");
        }
        String why = "the outreach needs attention (" + now.ground().attention() + ")";
        return now.promise() == null && promise.email().equals(now.email())
                ? applied(now.change().promise(promise).done(), new Effect.TellWithheld(promise.attemptId(), why))
                : ignoredButWithheld(promise.attemptId(), why);
    }

    Decision emailReleased(OutreachTrigger.EmailReleased released) {
        return switch (now.state()) {
            case SENDING_EMAIL -> release(released);
            case NEEDS_ATTENTION ->
                isOfAttempt(released.attemptId()) && isUnreleased() ? applied(withRelease(released)) : unlisted();
            case PREPARING_EMAIL,
                    PREPARING_SCRIPT,
                    READY_TO_CALL,
                    AWAITING_RESPONSE,
                    FOLLOW_UP_DUE,
                    RESPONDED,
                    ENGAGED,
                    CLOSED -> unlisted();
        };
    }

    private Decision release(OutreachTrigger.EmailReleased released) {
        if (!isOfAttempt(released.attemptId())) {
            return ignored("another call attempt promised the e-mail");
        }
        if (!isUnreleased()) {
            return ignored("the e-mail is released already");
        }
        if (now.email() == null || !now.email().is(released.emailVersion(), released.emailHash())) {
            String detail = "Version " + released.emailVersion()
                    + " of the e-mail was released, but another one is locked; nothing was sent.";
            return attention(
                    now.change().promise(let(released)),
                    AttentionReason.PROMISE_MISMATCH,
                    detail,
                    new Effect.TellWithheld(released.attemptId(), detail));
        }
        Situation after = withRelease(released);
        String recipient = now.correctedTo() == null ? "" : now.correctedTo();
        return applied(
                after,
                new Effect.ReleaseMail(requirePromise(after), released.releasedAt(), Effect.Resend.NO, recipient));
    }

    /** A promise that differed from the locked e-mail goes on differing, whatever is let go. */
    private Promise let(OutreachTrigger.EmailReleased released) {
        Promise promise = requirePromise(now);
        return promise.email().equals(now.email())
                ? promise.released(
                        new LockedEmail(released.emailVersion(), released.emailHash()), released.releasedAt())
                : promise.released(promise.email(), released.releasedAt());
    }

    private Situation withRelease(OutreachTrigger.EmailReleased released) {
        return now.change().promise(let(released)).done();
    }

    Decision callAttemptUndone(OutreachTrigger.CallAttemptUndone undone) {
        boolean inTime = isOfAttempt(undone.attemptId()) && isUnreleased();
        return switch (now.state()) {
            case SENDING_EMAIL ->
                inTime
                        ? applied(
                                now.change()
                                        .promise(null)
                                        .ground(OutreachState.READY_TO_CALL)
                                        .done(),
                                new Effect.CancelMail("the call attempt was undone"))
                        : ignored("the e-mail of this attempt is released or another attempt promised it");
            case NEEDS_ATTENTION -> inTime ? applied(now.change().promise(null).done()) : unlisted();
            case PREPARING_EMAIL,
                    PREPARING_SCRIPT,
                    READY_TO_CALL,
                    AWAITING_RESPONSE,
                    FOLLOW_UP_DUE,
                    RESPONDED,
                    ENGAGED,
                    CLOSED -> unlisted();
        };
    }

    Decision callUnsuccessful(OutreachTrigger.CallUnsuccessful call) {
        return onlyIn(
                Set.of(OutreachState.READY_TO_CALL),
                () -> call.nextAttemptAt() == null
                        ? attention(
                                now.change(),
                                AttentionReason.NOT_REACHED,
                                "Nobody was reached"
                                        + (call.attempts() == null ? "" : " in " + call.attempts() + " attempts")
                                        + ". Find another number, say that this one is right after all and is called again,"
                                        + " begin a new round, or close.")
                        : applied(now));
    }

    Decision wrongNumberFound(OutreachTrigger.WrongNumberFound found) {
        if (now.state() == OutreachState.READY_TO_CALL) {
            return wrongNumber(now.change(), found, "");
        }
        if (!isOfAttempt(found.attemptId())) {
            return unlisted();
        }
        Situation.Change change = now.change().withoutPromiseOf(found.attemptId());
        Effect[] stopped = now.mailOut()
                ? new Effect[0]
                : new Effect[] {new Effect.CancelMail(found.phone() + " is somebody else's number")};
        return switch (now.state()) {
            case SENDING_EMAIL -> wrongNumber(change, found, HEARD, stopped);
            case NEEDS_ATTENTION ->
                switch (Objects.requireNonNull(now.ground().attention())) {
                    // What would let the e-mail go without another call.
                    case REFUSED, OUTCOME_UNKNOWN, PROMISE_MISMATCH -> wrongNumber(change, found, HEARD, stopped);
                    case HARD_BOUNCE,
                            WRONG_NUMBER,
                            NOT_REACHED,
                            SUPPRESSED,
                            PERMISSION_ENDED,
                            STORY_ABOUT_THEM,
                            COMPANY_HELD -> applied(change.done(), stopped);
                };
            // The executive has the e-mail, though nobody announced it: whoever gets it from them may answer.
            case AWAITING_RESPONSE, FOLLOW_UP_DUE -> applied(change.done(), stopped);
            case PREPARING_EMAIL, PREPARING_SCRIPT, READY_TO_CALL, RESPONDED, ENGAGED, CLOSED -> unlisted();
        };
    }

    private Decision wrongNumber(
            Situation.Change change, OutreachTrigger.WrongNumberFound found, String heard, Effect... stopped) {
        return attention(
                change,
                AttentionReason.WRONG_NUMBER,
                found.phone() + " is not the executive's number" + heard + ". Find the right one and correct it.",
                stopped);
    }

    Decision executiveDeclined(OutreachTrigger.ExecutiveDeclined declined) {
        return onlyIn(Set.of(OutreachState.READY_TO_CALL), () -> close(ClosureOutcome.DECLINED, declined.reason()));
    }

    private boolean isOfAttempt(UUID attemptId) {
        return now.promise() != null && now.promise().attemptId().equals(attemptId);
    }

    private boolean isUnreleased() {
        return now.promise() != null && now.promise().releasedAt() == null;
    }

    private static Promise requirePromise(Situation situation) {
        Promise promise = situation.promise();
        if (promise == null) {
            throw new IllegalStateException("no call attempt promised an e-mail");
        }
        return promise;
    }
}
