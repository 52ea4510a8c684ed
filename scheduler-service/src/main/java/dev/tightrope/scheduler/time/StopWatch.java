package dev.tightrope.scheduler.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Monotonic time of this process, which no correction of the wall clock moves. */
@ApplicationScoped
public class StopWatch {
    private final long startedAt = System.nanoTime();

    /** Time that went by since this process began to measure. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }
}
