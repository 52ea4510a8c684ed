package dev.tightrope.scheduler.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares the wall clock with monotonic time. Both advance alike; where they part by more than is allowed between two
 * looks, somebody set the clock (or this machine slept), and what the wall clock calls due cannot be trusted. Slow drift
 * is no jump: every look that finds none is what the next one is compared with.
 */
final class JumpDetector {
    private final Duration allowed;
    private @Nullable Look last;

    JumpDetector(Duration allowed) {
        this.allowed = allowed;
    }

    /** Looks at both clocks. A jump goes on being found until it is {@link #acceptAsTime accepted}. */
    synchronized Optional<Duration> look(Instant wall, Duration monotonic) {
        Look before = last;
        Look now = new Look(wall, monotonic);
        if (before != null) {
            Duration jump = Duration.between(before.wall, wall).minus(monotonic.minus(before.monotonic));
            if (jump.abs().compareTo(allowed) > 0) {
                return Optional.of(jump);
            }
        }
        last = now;
        return Optional.empty();
    }

    /** Takes the wall clock as it is now for right. */
    synchronized void acceptAsTime(Instant wall, Duration monotonic) {
        last = new Look(wall, monotonic);
    }

    private record Look(Instant wall, Duration monotonic) {}
}
