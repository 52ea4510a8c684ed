package dev.tightrope.voicemail.call;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs the releases: at the very moment the next one is due, and looking at least once a second, because another replica
 * may have recorded an attempt and died.
 */
@ApplicationScoped
class ReleaseLoop {
    private static final Logger LOG = Logger.getLogger(ReleaseLoop.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final ReleaseDueAttempts releases;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean running;
    private boolean recorded;
    private @Nullable Thread thread;

    ReleaseLoop(ReleaseDueAttempts releases) {
        this.releases = releases;
    }

    void onStart(@Observes StartupEvent event) {
        start();
    }

    void onStop(@Observes ShutdownEvent event) {
        stop();
    }

    /** Only after the commit: before it, the row cannot be seen. */
    void onRecorded(@Observes(during = TransactionPhase.AFTER_SUCCESS) AttemptRecorded attempt) {
        lock.lock();
        try {
            recorded = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void start() {
        lock.lock();
        try {
            running = true;
            thread = new Thread(this::run, "release-call-attempts");
            thread.setDaemon(true);
            thread.start();
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        Thread stopped;
        lock.lock();
        try {
            running = false;
            changed.signalAll();
            stopped = thread;
        } finally {
            lock.unlock();
        }
        if (stopped != null) {
            try {
                stopped.join(Duration.ofSeconds(10).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        boolean failing = false;
        while (isRunning()) {
            Duration pause = LONGEST_PAUSE;
            try {
                releases.runOnce();
                pause = releases.untilNext(LONGEST_PAUSE);
                failing = false;
            } catch (Throwable e) {
                // The database is away, most likely. Told once, tried again every second, for as long as it takes.
                if (!failing) {
                    LOG.error("Releasing call attempts fails; it goes on as soon as it works again", e);
                }
                failing = true;
            }
            pause(pause);
        }
    }

    private boolean isRunning() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    private void pause(Duration atMost) {
        lock.lock();
        try {
            long left = Math.max(atMost.toNanos(), TimeUnit.MILLISECONDS.toNanos(1));
            while (running && !recorded && left > 0) {
                left = changed.awaitNanos(left);
            }
            recorded = false;
        } catch (InterruptedException e) {
            running = false;
        } finally {
            lock.unlock();
        }
    }
}
