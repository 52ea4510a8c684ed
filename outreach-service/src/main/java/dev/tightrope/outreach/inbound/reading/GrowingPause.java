package dev.tightrope.outreach.inbound.reading;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures: doubled each time up to a bound, and up to a quarter shorter by chance, so that many
 * mailboxes of a server that is back do not come at the same time.
 */
record GrowingPause(Duration first, Duration longest, RandomGenerator random) {
    private static final int MOST_DOUBLINGS = 20;
    private static final double MOST_SHORTER = 0.25;

    /**
     * The pause to make.
     *
     * @param failures how often in a row by now, from 1
     */
    Duration after(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration bounded = doubled.compareTo(longest) < 0 ? doubled : longest;
        return Duration.ofMillis(Math.round(bounded.toMillis() * (1 - MOST_SHORTER * random.nextDouble())));
    }
}
