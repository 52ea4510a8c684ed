package dev.tightrope.outreach.lifecycle;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Silence, its end, and the next round. */
final class WaitingMoves extends Phase {
    WaitingMoves(Situation now, OutreachTrigger trigger, ZonedDateTime time) {
        super(now, trigger, time);
    }

    Decision followUpDue(OutreachTrigger.FollowUpDue due) {
        return onlyIn(
                Set.of(OutreachState.AWAITING_RESPONSE),
                () -> due.waitNumber() == now.waitNumber()
                        ? applied(
                                now.change().ground(OutreachState.FOLLOW_UP_DUE).done())
                        : ignored("wait " + due.waitNumber() + " was replaced by wait " + now.waitNumber()));
    }

    Decision waitExtended(OutreachTrigger.WaitExtended extended) {
        return onlyIn(
                Set.of(OutreachState.FOLLOW_UP_DUE, OutreachState.AWAITING_RESPONSE),
                () -> awaiting(now.change().waitUntil(extended.until()), "the rep extended the wait"));
    }

    Decision absenceTold(OutreachTrigger.AbsenceTold absence) {
        return onlyIn(
                Set.of(OutreachState.AWAITING_RESPONSE),
                () -> awaiting(
                        now.change().waitUntil(absence.until()),
                        absence.who() + " is away until " + absence.returnsOn()));
    }

    Decision calledAgain(OutreachTrigger.CalledAgain again) {
        return onlyIn(Set.of(OutreachState.FOLLOW_UP_DUE, OutreachState.NEEDS_ATTENTION), () -> newRound(again));
    }

    private Decision newRound(OutreachTrigger.CalledAgain again) {
        if (now.storyBarred() && again.storyId().equals(now.storyId())) {
            return refused(STORY_BARRED);
        }
        List<Effect> effects = new ArrayList<>();
        if (now.promiseOpen()) {
            effects.add(new Effect.CancelMail("a new round began"));
        }
        effects.add(new Effect.BeginRound(again.storyId()));
        String length = again.waitLength() == null ? now.waitLength() : again.waitLength();
        DayCount countedIn = again.waitLength() == null ? now.waitCountedIn() : again.waitCountedIn();
        Situation after = now.change()
                .nextRound(again.storyId(), length, countedIn)
                .ground(OutreachState.PREPARING_EMAIL)
                .done();
        return applied(after, effects);
    }
}
