package dev.tightrope.outreach.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Silence, its end, and the next round. */
final class WaitingMoves extends Phase {
    WaitingMoves(Situation now, OutreachTrigger trigger, Instant time) {
        super(now, trigger, time);
    }

    Decision followUpDue(OutreachTrigger.FollowUpDue due) {
        return switch (now.state()) {
            case AWAITING_RESPONSE ->
                due.waitNumber() == now.waitNumber()
                        ? applied(
                                now.change().ground(OutreachState.FOLLOW_UP_DUE).done())
                        : ignored("wait " + due.waitNumber() + " was replaced by wait " + now.waitNumber());
            case PREPARING_EMAIL,
                    PREPARING_SCRIPT,
                    READY_TO_CALL,
                    SENDING_EMAIL,
                    FOLLOW_UP_DUE,
                    RESPONDED,
                    ENGAGED,
                    NEEDS_ATTENTION,
                    CLOSED -> unlisted();
        };
    }

    Decision waitExtended(OutreachTrigger.WaitExtended extended) {
        return switch (now.state()) {
            case FOLLOW_UP_DUE, AWAITING_RESPONSE ->
                awaiting(now.change().waitUntil(extended.until()), "the rep extended the wait");
            case PREPARING_EMAIL,
                    PREPARING_SCRIPT,
                    READY_TO_CALL,
                    SENDING_EMAIL,
                    RESPONDED,
                    ENGAGED,
                    NEEDS_ATTENTION,
                    CLOSED -> unlisted();
        };
    }

    Decision calledAgain(OutreachTrigger.CalledAgain again) {
        return switch (now.state()) {
            case FOLLOW_UP_DUE, NEEDS_ATTENTION -> newRound(again);
            case PREPARING_EMAIL,
                    PREPARING_SCRIPT,
                    READY_TO_CALL,
                    SENDING_EMAIL,
                    AWAITING_RESPONSE,
                    RESPONDED,
                    ENGAGED,
                    CLOSED -> unlisted();
        };
    }

    private Decision newRound(OutreachTrigger.CalledAgain again) {
        if (now.storyBarred() && again.storyId().equals(now.storyId())) {
            return refused("That story may not be told any more: choose another one.");
        }
        List<Effect> effects = new ArrayList<>();
        if (now.promiseOpen()) {
            effects.add(new Effect.CancelMail("a new round began"));
        }
        effects.add(new Effect.BeginRound(again.storyId()));
        String length = again.waitLength() == null ? now.waitLength() : again.waitLength();
        Situation after = now.change()
                .nextRound(again.storyId(), length)
                .ground(OutreachState.PREPARING_EMAIL)
                .done();
        return applied(after, effects);
    }
}
