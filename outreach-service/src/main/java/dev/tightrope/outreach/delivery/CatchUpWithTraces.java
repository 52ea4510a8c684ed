package dev.tightrope.outreach.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Has earlier mails traced in the background after a start, and looks again from time to time: during a rolling update a
 * replica of an older version may still queue some.
 */
@ApplicationScoped
class CatchUpWithTraces {
    private static final Logger LOG = Logger.getLogger(CatchUpWithTraces.class);
    private static final Duration AGAIN = Duration.ofHours(1);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    private static final long PATIENCE_AT_STOP_SECONDS = 5;

    private final TraceEarlierMails earlierMails;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "mail-traces");

    CatchUpWithTraces(TraceEarlierMails earlierMails) {
        this.earlierMails = earlierMails;
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
            Duration pause = Duration.ZERO;
            while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = catchUp();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration catchUp() {
        try {
            int all = 0;
            int some = earlierMails.some();
            while (some > 0 && stopping.getCount() > 0) {
                all += some;
                some = earlierMails.some();
            }
            if (all > 0) {
                LOG.infof("%d earlier mails are known by their text and subject now", all);
            }
            return AGAIN;
        } catch (Throwable e) {
            LOG.warn("earlier mails cannot be traced just now; trying again", e);
            return AFTER_FAILURE;
        }
    }
}
