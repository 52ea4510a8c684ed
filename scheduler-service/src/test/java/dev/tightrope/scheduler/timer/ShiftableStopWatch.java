package dev.tightrope.scheduler.timer;

import dev.tightrope.scheduler.time.StopWatch;
import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Monotonic time, which tests can let go by with the clock: what only the clock does is a jump. */
@Mock
@ApplicationScoped
public class ShiftableStopWatch extends StopWatch {
    private volatile Duration shift = Duration.ZERO;

    void shiftBy(Duration shift) {
        this.shift = shift;
    }

    @Override
    public Duration elapsed() {
        return super.elapsed().plus(shift);
    }
}
