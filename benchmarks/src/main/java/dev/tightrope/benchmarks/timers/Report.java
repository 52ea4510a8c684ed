package dev.tightrope.benchmarks.timers;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What was measured, and whether it keeps the limits. */
record Report(List<Size> sizes, Measured dbScheduler) {
    private static final double OF_PGBENCH = limit("timers.of-pgbench", "0.5");
    private static final double OF_DB_SCHEDULER = limit("timers.of-db-scheduler", "10");
    private static final double SPREAD = limit("timers.spread", "0.2");

    boolean print() {
        boolean kept = true;
        System.out.println(
                "| pending | ours/s (CPU µs) | pgbench/s (CPU µs) | of pgbench | of db-scheduler | empty poll, µs |");
        System.out.println("|--:|--:|--:|--:|--:|--:|");
        for (Size size : sizes) {
            Measured mine = size.ours();
            Measured rival = size.pgbench();
            double ofPgbench = mine.rate() / rival.rate();
            double ofPeer = mine.rate() / dbScheduler.rate();
            System.out.printf(
                    "| %,d | %,.0f (%.0f) | %,.0f (%.0f) | %.2f | %.1f (CPU %.1f) | %.0f |%n",
                    size.pending(),
                    mine.rate(),
                    mine.microseconds(),
                    rival.rate(),
                    rival.microseconds(),
                    ofPgbench,
                    ofPeer,
                    dbScheduler.microseconds() / mine.microseconds(),
                    size.poll().value());
            kept &= ofPgbench >= OF_PGBENCH && ofPeer >= OF_DB_SCHEDULER;
        }
        System.out.printf("db-scheduler: %,.0f/s, CPU %.0f µs%n", dbScheduler.rate(), dbScheduler.microseconds());
        double rates = spread(size -> size.ours().rate());
        double polls = spread(size -> size.poll().value());
        System.out.printf(
                "between sizes the rate differs by %.0f %% (CPU %.0f %%), pgbench's by %.0f %%, an empty poll by %.0f %%%n",
                100 * rates,
                100 * spread(size -> size.ours().microseconds()),
                100 * spread(size -> size.pgbench().rate()),
                100 * polls);
        return kept && rates <= SPREAD && polls <= SPREAD;
    }

    /** How much the least is below the most. */
    private double spread(ToDoubleFunction<Size> value) {
        double least = sizes.stream().mapToDouble(value).min().orElseThrow();
        double most = sizes.stream().mapToDouble(value).max().orElseThrow();
        return 1 - least / most;
    }

    private static double limit(String property, String usual) {
        return Double.parseDouble(System.getProperty(property, usual));
    }
}
