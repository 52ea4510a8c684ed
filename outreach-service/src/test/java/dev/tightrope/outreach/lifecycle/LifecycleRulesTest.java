package dev.tightrope.outreach.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The rules that may never break, against random histories in which everything may come at any time, twice, or out of
 * order. The seed of a failing run is in its message; set {@code -Dtightrope.seed} to see it again.
 */
class LifecycleRulesTest {
    private static final int HISTORIES = 600;
    private static final int STEPS = 60;

    @Test
    void noHistoryBreaksTheRules() {
        long seed = Long.getLong("tightrope.seed", System.nanoTime());
        System.out.println("LifecycleRulesTest seed " + seed);
        Random random = new Random(seed);
        int mails = 0;
        int reopened = 0;
        for (int history = 0; history < HISTORIES; history++) {
            Observer observer = new Observer();
            List<String> told = new ArrayList<>();
            Situation now = Triggers.start();
            Instant time = Triggers.NOW;
            for (int step = 0; step < STEPS; step++) {
                OutreachTrigger trigger = next(now, random);
                time = time.plus(Duration.ofHours(1));
                Decision decision = OutreachLifecycle.decide(now, trigger, time.atZone(ZoneOffset.UTC));
                told.add(now.state() + " " + trigger + " -> " + decision.verdict() + " "
                        + decision.after().state() + " " + decision.effects());
                try {
                    observer.watch(now, trigger, decision);
                } catch (AssertionError broken) {
                    throw new AssertionError("seed " + seed + "\n" + String.join("\n", told), broken);
                }
                now = decision.after();
            }
            mails += observer.mails();
            reopened += observer.reopened();
        }
        System.out.println("LifecycleRulesTest saw " + mails + " mails and " + reopened + " reopenings");
        // Histories that never come to the interesting places would prove nothing.
        assertThat(mails).isGreaterThan(HISTORIES / 10);
        assertThat(reopened).isGreaterThan(HISTORIES / 100);
    }

    /** Mostly something that fits, so that histories get far; often enough anything at all. */
    private static OutreachTrigger next(Situation now, Random random) {
        List<OutreachTrigger> all = Triggers.all(now);
        int mood = random.nextInt(10);
        List<OutreachTrigger> fitting = all.stream()
                .filter(trigger -> mood >= 7 || fits(now, trigger, mood < 5))
                .toList();
        List<OutreachTrigger> choice = fitting.isEmpty() ? all : fitting;
        return choice.get(random.nextInt(choice.size()));
    }

    private static boolean fits(Situation now, OutreachTrigger trigger, boolean onward) {
        Decision decision = OutreachLifecycle.decide(now, trigger, Triggers.NOW.atZone(ZoneOffset.UTC));
        OutreachState to = decision.after().state();
        return decision.isApplied()
                && to != OutreachState.CLOSED
                && (!onward
                        || (to != OutreachState.NEEDS_ATTENTION
                                && (to != now.state()
                                        || now.mailDue()
                                        || trigger instanceof OutreachTrigger.EmailReleased)));
    }

    @Test
    void theRulesHoldInEveryReachableSituation() {
        ReachableSituations.walk(step -> {
            try {
                Observer.watchOneStep(step.before(), step.trigger(), step.decision());
            } catch (AssertionError broken) {
                throw new AssertionError(step.toString(), broken);
            }
        });
    }
}
