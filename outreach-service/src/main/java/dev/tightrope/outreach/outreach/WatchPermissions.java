package dev.tightrope.outreach.outreach;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Looks again and again for permissions that ended with their last day. */
@ApplicationScoped
class WatchPermissions {
    private static final Logger LOG = Logger.getLogger(WatchPermissions.class);
    private static final long PATIENCE_AT_STOP_SECONDS = 5;

    private final EndDuePermissions endDuePermissions;
    private final Duration poll;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "story-permissions");

    WatchPermissions(
            EndDuePermissions endDuePermissions,
            @ConfigProperty(name = "tightrope.stories.permission-poll", defaultValue = "PT1M") Duration poll) {
        this.endDuePermissions = endDuePermissions;
        this.poll = poll;
    }

    void start(@Observes StartupEvent started) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_AT_STOP_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopping.await(poll.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            endDuePermissions.runOnce();
        } catch (Throwable e) {
            LOG.warn("permissions that ended cannot be looked for just now; trying again", e);
        }
    }
}
