package dev.tightrope.scheduler.timer;

import dev.tightrope.scheduler.background.BackgroundLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fires timers in the background: awake at the next due moment, for new timers, and every poll. */
@ApplicationScoped
class FireTimers {
    private final BackgroundLoop loop;
    private final boolean enabled;

    FireTimers(
            RaiseDueFollowUps raise,
            TimerWakeUp wakeUp,
            @ConfigProperty(name = "tightrope.timers.enabled", defaultValue = "true") boolean enabled,
            @ConfigProperty(name = "tightrope.timers.poll", defaultValue = "PT1S") Duration poll) {
        this.enabled = enabled;
        this.loop = new BackgroundLoop("fire-timers", 1, poll, wakeUp.sleepers(), raise::runOnce);
    }

    void started(@Observes StartupEvent event) {
        if (enabled) {
            loop.start();
        }
    }

    void stopping(@Observes ShutdownEvent event) {
        loop.stop();
    }

    BackgroundLoop loop() {
        return loop;
    }
}
