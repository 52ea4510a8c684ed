package dev.tightrope.scheduler.erasure;

import dev.tightrope.scheduler.background.BackgroundLoop;
import dev.tightrope.scheduler.background.WakeUp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks every hour whether anything of somebody erased came back: events of two keys arrive in any order. */
@ApplicationScoped
class EmptyErasedOutreaches {
    private static final Duration REST = Duration.ofHours(1);

    @Produces
    @Singleton
    BackgroundLoop loop(ErasedOutreaches erased, @ConfigProperty(name = "tightrope.timers.enabled") boolean enabled) {
        return new BackgroundLoop("empty-erased-outreaches", enabled, 1, REST, new WakeUp(), () -> {
            erased.emptyAll();
            return REST;
        });
    }
}
