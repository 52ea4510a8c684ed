package dev.tightrope.outreach.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Gives the service its clock, which ticks in microseconds because PostgreSQL keeps no finer time. */
@Singleton
class ClockProducer {
    private static final Duration TICK = Duration.ofNanos(1_000);

    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), TICK);
    }
}
