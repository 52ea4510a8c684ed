package dev.tightrope.benchmarks.timers;

import java.util.concurrent.Callable;

/** Medians of the rounds of one run: follow-ups a second, and processor time for one, which nobody else's work changes. */
final class Measured {
    private final CpuTime cpuTime;
    private final Median rate = new Median();
    private final Median cpu = new Median();

    Measured(CpuTime cpuTime) {
        this.cpuTime = cpuTime;
    }

    /** Measures a round. */
    void round(int followUps, Callable<Double> raise) throws Exception {
        double before = cpuTime.seconds();
        rate.add(raise.call());
        cpu.add((cpuTime.seconds() - before) * 1e6 / followUps);
    }

    double rate() {
        return rate.value();
    }

    double microseconds() {
        return cpu.value();
    }
}
