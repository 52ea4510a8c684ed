package dev.tightrope.outreach.lifecycle;

import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Walks through every kind of situation an outreach can come into, and tries every trigger in each. */
final class ReachableSituations {
    /** One step of the walk. */
    record Step(Situation before, OutreachTrigger trigger, Decision decision) {}

    private ReachableSituations() {}

    static void walk(Consumer<Step> visitor) {
        Set<List<Object>> seen = new HashSet<>();
        Deque<Situation> open = new ArrayDeque<>();
        open.add(Triggers.start());
        seen.add(kind(Triggers.start()));
        while (!open.isEmpty()) {
            Situation now = open.removeFirst();
            for (OutreachTrigger trigger : Triggers.all(now)) {
                Decision decision = OutreachLifecycle.decide(now, trigger, Triggers.NOW.atZone(ZoneOffset.UTC));
                visitor.accept(new Step(now, trigger, decision));
                if (seen.add(kind(decision.after()))) {
                    open.addLast(decision.after());
                }
            }
        }
    }

    /** Everything decisions depend on; which attempt, story or day it was makes no difference of kind. */
    private static List<Object> kind(Situation s) {
        Promise promise = s.promise();
        String promised = promise == null
                ? "none"
                : promise.kind().engages() + " " + promise.email().equals(s.email()) + " "
                        + (promise.releasedAt() == null);
        return List.of(
                s.ground(),
                s.engaged(),
                s.responded(),
                s.storyBarred(),
                s.voicemailBefore(),
                s.email() == null,
                s.scriptApproved(),
                promised,
                s.voidAttempt() == null,
                s.correctedTo() == null,
                s.mailOut());
    }
}
