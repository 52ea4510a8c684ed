package dev.tightrope.benchmarks.timers;

import java.util.ArrayList;
import java.util.List;

/** What was measured in the rounds of one run. */
final class Median {
    private final List<Double> measured = new ArrayList<>();

    void add(double value) {
        measured.add(value);
    }

    /** The middle one of all rounds. */
    double value() {
        return measured.stream().sorted().toList().get(measured.size() / 2);
    }
}
