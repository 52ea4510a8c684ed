package dev.tightrope.voicemail.erasure;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks every hour whether anything of somebody erased came back: events of two keys arrive in any order. */
@ApplicationScoped
class EmptyErasedOutreaches {
    private static final Logger LOG = Logger.getLogger(EmptyErasedOutreaches.class);

    private final ErasedOutreaches erased;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "empty-erased-outreaches");
        thread.setDaemon(true);
        return thread;
    });

    EmptyErasedOutreaches(ErasedOutreaches erased) {
        this.erased = erased;
    }

    void start(@Observes StartupEvent started) {
        timer.scheduleWithFixedDelay(this::runOnce, 1, 60, TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent stopping) {
        timer.shutdownNow();
    }

    void runOnce() {
        try {
            erased.emptyAll();
        } catch (RuntimeException e) {
            // The timer would end with the first exception, and the database comes back.
            LOG.warn("Could not look for what came back of erased people; trying again in an hour", e);
        }
    }
}
