package dev.tightrope.scheduler.timer;

import dev.tightrope.scheduler.background.BackgroundLoop;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fires timers in the background: awake at the next due moment, for new timers, and every poll. */
@ApplicationScoped
class FireTimers {
    @Produces
    @Singleton
    BackgroundLoop loop(
            RaiseDueFollowUps raise,
            TimerWakeUp wakeUp,
            @ConfigProperty(name = "tightrope.timers.enabled", defaultValue = "true") boolean enabled,
            @ConfigProperty(name = "tightrope.timers.poll", defaultValue = "PT30S") Duration poll) {
        return new BackgroundLoop("fire-timers", enabled, 1, poll, wakeUp.sleepers(), raise::runOnce);
    }
}
