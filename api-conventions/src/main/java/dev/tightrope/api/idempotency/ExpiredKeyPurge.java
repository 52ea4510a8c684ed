package dev.tightrope.api.idempotency;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Deletes expired keys every hour, with the personal data in their responses. */
@ApplicationScoped
class ExpiredKeyPurge {
    private static final Logger LOG = Logger.getLogger(ExpiredKeyPurge.class);

    private final IdempotencyRows rows;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "idempotency-key-purge");
        thread.setDaemon(true);
        return thread;
    });

    ExpiredKeyPurge(IdempotencyRows rows) {
        this.rows = rows;
    }

    void start(@Observes StartupEvent started) {
        timer.scheduleWithFixedDelay(this::runOnce, 1, 60, TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent stopping) {
        timer.shutdownNow();
    }

    void runOnce() {
        try {
            LOG.debugf("Deleted %d expired idempotency keys", rows.purgeExpired());
        } catch (RuntimeException e) {
            // The timer would end with the first exception, and the database comes back.
            LOG.warn("Could not delete expired idempotency keys; trying again in an hour", e);
        }
    }
}
