package dev.tightrope.outreach.delivery;

import java.time.Duration;

/** Pauses between attempts: doubled each time, up to a longest one. */
final class Backoff {
    private static final int MOST_DOUBLINGS = 30;

    private Backoff() {}

    static Duration pause(int attempt, Duration first, Duration longest) {
        Duration pause = first.multipliedBy(1L << Math.min(Math.max(attempt, 1) - 1, MOST_DOUBLINGS));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
