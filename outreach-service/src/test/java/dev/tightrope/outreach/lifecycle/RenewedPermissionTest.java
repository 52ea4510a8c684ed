package dev.tightrope.outreach.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A story is barred for as long as its permission does not hold, and no longer. */
class RenewedPermissionTest {
    private static final Instant NOW = Triggers.NOW;
    private static final OutreachTrigger ENDED = new OutreachTrigger.PermissionEnded(Triggers.STORY_A, "Rival");
    private static final OutreachTrigger RENEWED = new OutreachTrigger.PermissionRenewed(Triggers.STORY_A);
    private static final OutreachTrigger SAME_STORY = new OutreachTrigger.CalledAgain(Triggers.STORY_A, null);

    private final Situation due = Triggers.start()
            .change()
            .voicemailBefore()
            .ground(OutreachState.FOLLOW_UP_DUE)
            .done();

    @Test
    void whileItDoesNotHoldTheSameStoryIsRefusedWithWhatToDo() {
        Decision decision = decide(decide(due, ENDED).after(), SAME_STORY);

        assertThat(decision.verdict()).isEqualTo(Decision.Verdict.REFUSED);
        assertThat(decision.reason()).contains("renewed", "another story");
    }

    @Test
    void onceItHoldsAgainTheSameStoryBeginsANewRound() {
        Situation renewed = decide(decide(due, ENDED).after(), RENEWED).after();

        Decision decision = decide(renewed, SAME_STORY);

        assertThat(decision.isApplied()).isTrue();
        assertThat(decision.after().round()).isEqualTo(2);
        assertThat(decision.after().storyBarred()).isFalse();
    }

    @Test
    void itsRenewalAloneMovesNothingAndThatOfAnotherStoryDoesNothing() {
        Situation stopped = decide(Triggers.start(), ENDED).after();

        assertThat(decide(stopped, RENEWED).after().state()).isEqualTo(OutreachState.NEEDS_ATTENTION);
        assertThat(decide(stopped, RENEWED).effects()).isEmpty();
        assertThat(decide(stopped, new OutreachTrigger.PermissionRenewed(Triggers.STORY_B))
                        .after()
                        .storyBarred())
                .isTrue();
    }

    @Test
    void whatEndsAgainIsToldAgain() {
        Situation renewed = decide(decide(due, ENDED).after(), RENEWED).after();

        assertThat(decide(renewed, ENDED).effects()).hasSize(1);
    }

    private static Decision decide(Situation situation, OutreachTrigger trigger) {
        return OutreachLifecycle.decide(situation, trigger, NOW.atZone(ZoneOffset.UTC));
    }
}
