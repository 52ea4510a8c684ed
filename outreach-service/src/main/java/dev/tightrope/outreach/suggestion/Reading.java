package dev.tightrope.outreach.suggestion;

import dev.tightrope.outreach.lifecycle.DispositionKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing an answer says.
 *
 * @param kind what it means
 * @param day the day named, for LATER
 * @param weight how much it says, from 0 to 1
 * @param words the words
 */
record Reading(DispositionKind kind, @Nullable LocalDate day, double weight, String words) {
    /** What a wish weighs; mere liking weighs less and does not stand against a no or a name. */
    static final double WISH = 0.8;

    Reading lessBy(double doubt) {
        return new Reading(kind, day, weight - doubt, words);
    }

    boolean wish() {
        return weight >= WISH;
    }
}
