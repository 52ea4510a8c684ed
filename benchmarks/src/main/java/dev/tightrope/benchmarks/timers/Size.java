package dev.tightrope.benchmarks.timers;

/**
 * What was measured with a number of pending timers.
 *
 * @param pending timers that wait
 * @param ours the service's own firing
 * @param pgbench the same statements driven by pgbench
 * @param poll microseconds of a look that finds nothing due
 */
record Size(long pending, Measured ours, Measured pgbench, Median poll) {
    static Size of(long pending, CpuTime cpuTime) {
        return new Size(pending, new Measured(cpuTime), new Measured(cpuTime), new Median());
    }

    String schema() {
        return "pending_" + pending;
    }
}
