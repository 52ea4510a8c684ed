package dev.tightrope.outreach.lifecycle;

import java.util.List;

/**
 * What follows from a trigger.
 *
 * @param verdict whether it has an effect
 * @param after the situation afterwards
 * @param effects what has to be done, in order
 * @param reason why it has no effect; empty if it has
 * @param mustHappenFirst what makes a refused command possible; empty for everything else
 */
public record Decision(
        Verdict verdict, Situation after, List<Effect> effects, String reason, List<String> mustHappenFirst) {

    /** Copies the lists. */
    public Decision {
        effects = List.copyOf(effects);
        mustHappenFirst = List.copyOf(mustHappenFirst);
    }

    /** Whether a trigger has an effect. */
    public enum Verdict {
        /** It happens. */
        APPLIED,
        /** A fact that changes nothing, to be kept in the history. */
        IGNORED,
        /** A command that is not possible. */
        REFUSED
    }

    /** Whether it happens. */
    public boolean isApplied() {
        return verdict == Verdict.APPLIED;
    }
}
