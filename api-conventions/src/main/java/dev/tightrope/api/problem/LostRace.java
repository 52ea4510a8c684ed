package dev.tightrope.api.problem;

import dev.tightrope.api.ProblemException;
import java.sql.SQLException;
import java.util.Set;

/**
 * Two calls that changed the same things at once, of which the database let one go on. Nothing is wrong with the other
 * one and it had no effect, so it may be repeated as it is.
 */
final class LostRace {
    static final String RETRY_AFTER_SECONDS = "1";

    /** Deadlock detected, serialization failure. */
    private static final Set<String> STATES = Set.of("40P01", "40001");

    private static final int DEEPEST_CAUSE = 20;

    private LostRace() {}

    static boolean isCauseOf(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null && STATES.contains(sql.getSQLState())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    static ProblemException problem() {
        return new ProblemException(
                503,
                "changed-at-once",
                "Changed at once",
                "Somebody else changed the same things in this very moment, so this call had no effect. Repeat it.");
    }
}
