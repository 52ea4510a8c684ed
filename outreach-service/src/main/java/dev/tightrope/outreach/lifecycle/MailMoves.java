package dev.tightrope.outreach.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The promised e-mail on its way: accepted, refused, withheld, bounced, or nobody knows. */
final class MailMoves extends Phase {
    private static final String NOT_LET_GO = "no e-mail of this round was let go";

    MailMoves(Situation now, OutreachTrigger trigger, ZonedDateTime time) {
        super(now, trigger, time);
    }

    Decision mailAccepted(OutreachTrigger.MailAccepted accepted) {
        Effect told = new Effect.TellMailOut(accepted);
        return switch (now.state()) {
            case SENDING_EMAIL ->
                now.promise() == null || !now.mailLetGo()
                        ? ignored(NOT_LET_GO)
                        : out(now.promise(), accepted.acceptedAt(), told);
            // It had passed the fence when something stopped the outreach: it is out all the same.
            case NEEDS_ATTENTION ->
                now.promise() == null || !now.mailLetGo()
                        ? outInSpiteOfTheNumber(accepted, told)
                        : now.mailOut() ? applied(now, told) : out(now.promise(), accepted.acceptedAt(), told);
            case CLOSED ->
                now.promiseOpen() && now.mailLetGo()
                        ? applied(now.change().mailOut(true).done(), told)
                        : unlisted();
            // An answer that was passed on led here before anybody knew that the e-mail was out.
            case AWAITING_RESPONSE, FOLLOW_UP_DUE ->
                isVoidButOut(accepted) ? applied(now.change().mailOut(true).done(), told) : outAfterAll(told);
            // Where the number was corrected meanwhile, delivery says so again when the next call promises it.
            case PREPARING_EMAIL, PREPARING_SCRIPT, READY_TO_CALL, RESPONDED, ENGAGED -> unlisted();
        };
    }

    /** The promise turned out to be void while its e-mail was at the final dot already. */
    private boolean isVoidButOut(OutreachTrigger.MailAccepted accepted) {
        return now.promise() == null
                && now.voidAttempt() != null
                && !now.mailOut()
                && now.email() != null
                && now.email().is(accepted.emailVersion(), accepted.emailHash());
    }

    private Decision outInSpiteOfTheNumber(OutreachTrigger.MailAccepted accepted, Effect told) {
        return now.ground().attention() == AttentionReason.WRONG_NUMBER && isVoidButOut(accepted)
                ? awaiting(
                        now.change().mailOut(true).waitFrom(accepted.acceptedAt(), now.waitUntil()),
                        "the mail server accepted the e-mail before it could be stopped",
                        told)
                : unlisted();
    }

    private Decision outAfterAll(Effect told) {
        return now.promiseOpen() && now.mailLetGo()
                ? applied(now.change().mailOut(true).done(), told)
                : unlisted();
    }

    private Decision out(Promise promise, Instant acceptedAt, Effect told) {
        Situation.Change change = now.change().mailOut(true).waitFrom(acceptedAt, now.waitUntil());
        if (!promise.kind().engages()) {
            return awaiting(change, "the mail server accepted the e-mail", told);
        }
        // The silence counts from here too, in case the engagement turns out to be a mistake.
        Situation after =
                change.engaged(true).ground(OutreachState.AWAITING_RESPONSE).done();
        List<Effect> effects = new ArrayList<>(List.of(told, nextStepAfter(promise, acceptedAt)));
        return applied(after, effects);
    }

    private Effect nextStepAfter(Promise promise, Instant acceptedAt) {
        Agreement agreed = promise.agreed();
        LocalDate today = dayOf(acceptedAt);
        if (promise.kind() == PromiseKind.MEETING_AGREED) {
            LocalDate on = agreed.meetingAt() == null ? today : dayOf(agreed.meetingAt());
            return new Effect.Engage("Meet the executive", on, null);
        }
        String to = agreed.referredTo() == null ? "the person named on the phone" : agreed.referredTo();
        return new Effect.Engage("Contact " + to + ", as the executive suggested", today, agreed.referredTo());
    }

    Decision mailRefusedForGood(OutreachTrigger.MailRefusedForGood refused) {
        return onlyIn(
                Set.of(OutreachState.SENDING_EMAIL),
                () -> now.mailLetGo()
                        ? attention(
                                now.change(),
                                AttentionReason.REFUSED,
                                "The mail server refused the e-mail: " + refused.reason() + ". Correct the address.",
                                new Effect.TellMailFailed(false, refused.smtpReply(), refused.reason()))
                        : ignored(NOT_LET_GO));
    }

    Decision mailOutcomeUnknown(OutreachTrigger.MailOutcomeUnknown unknown) {
        return switch (now.state()) {
            case SENDING_EMAIL -> now.mailLetGo() ? outcomeUnknown(unknown) : ignored(NOT_LET_GO);
            case NEEDS_ATTENTION -> now.promiseOpen() && now.mailLetGo() ? outcomeUnknown(unknown) : unlisted();
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

    private Decision outcomeUnknown(OutreachTrigger.MailOutcomeUnknown unknown) {
        return attention(
                now.change(),
                AttentionReason.OUTCOME_UNKNOWN,
                "The connection was lost after the whole e-mail was handed over (" + unknown.reason()
                        + "). Find out whether it arrived, and say so.",
                new Effect.TellMailFailed(true, unknown.smtpReply(), unknown.reason()));
    }

    Decision mailWithheld(OutreachTrigger.MailWithheld withheld) {
        return switch (now.state()) {
            case SENDING_EMAIL -> {
                Situation.Change change = now.change();
                if (withheld.why() == AttentionReason.PERMISSION_ENDED
                        || withheld.why() == AttentionReason.STORY_ABOUT_THEM) {
                    change.storyBarred(true);
                }
                yield now.promise() == null
                        ? attention(change, withheld.why(), withheld.detail())
                        : attention(
                                change,
                                withheld.why(),
                                withheld.detail(),
                                new Effect.TellWithheld(now.promise().attemptId(), withheld.detail()));
            }
            case PREPARING_EMAIL,
                    PREPARING_SCRIPT,
                    READY_TO_CALL,
                    AWAITING_RESPONSE,
                    FOLLOW_UP_DUE,
                    RESPONDED,
                    ENGAGED,
                    NEEDS_ATTENTION,
                    CLOSED -> unlisted();
        };
    }

    Decision unknownOutcomeResolved(OutreachTrigger.UnknownOutcomeResolved resolved) {
        Effect confirmed = new Effect.ConfirmMail(resolved.at());
        return switch (now.state()) {
            case NEEDS_ATTENTION ->
                now.ground().attention() != AttentionReason.OUTCOME_UNKNOWN || now.promise() == null
                        ? unlisted()
                        : resolved.sent() ? out(now.promise(), resolved.at(), confirmed) : again(now.promise());
            case AWAITING_RESPONSE, FOLLOW_UP_DUE -> resolved.sent() ? outAfterAll(confirmed) : unlisted();
            case PREPARING_EMAIL, PREPARING_SCRIPT, READY_TO_CALL, SENDING_EMAIL, RESPONDED, ENGAGED, CLOSED ->
                unlisted();
        };
    }

    private Decision again(Promise promise) {
        if (now.storyBarred()) {
            return refused(STORY_BARRED);
        }
        String recipient = now.correctedTo() == null ? "" : now.correctedTo();
        return applied(
                now.change().ground(OutreachState.SENDING_EMAIL).done(),
                new Effect.ReleaseMail(promise, time, Effect.Resend.NEVER_ARRIVED, recipient));
    }

    Decision hardBounce(OutreachTrigger.HardBounce bounce) {
        if (now.correctedTo() != null && !now.correctedTo().equalsIgnoreCase(bounce.recipient())) {
            return ignored(bounce.recipient() + " was corrected already");
        }
        return switch (now.state()) {
            case AWAITING_RESPONSE -> now.mailOut() ? bounced(bounce) : ignored("no e-mail of this round is out");
            // It came back before the acceptance was recorded, so it was accepted.
            case SENDING_EMAIL -> now.mailDue() ? bounced(bounce) : unlisted();
            case NEEDS_ATTENTION ->
                now.ground().attention() == AttentionReason.OUTCOME_UNKNOWN ? bounced(bounce) : unlisted();
            case PREPARING_EMAIL, PREPARING_SCRIPT, READY_TO_CALL, FOLLOW_UP_DUE, RESPONDED, ENGAGED, CLOSED ->
                unlisted();
        };
    }

    private Decision bounced(OutreachTrigger.HardBounce bounce) {
        String detail =
                "The e-mail to " + bounce.recipient() + " came back: " + bounce.detail() + ". Correct the address.";
        Situation.Change change = now.change().mailOut(true);
        // What waits to be tried once more waits no longer.
        return now.state() == OutreachState.SENDING_EMAIL
                ? attention(change, AttentionReason.HARD_BOUNCE, detail, new Effect.CancelMail(detail))
                : attention(change, AttentionReason.HARD_BOUNCE, detail);
    }
}
