package dev.tightrope.outreach.inbound.reading;

import jakarta.mail.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.angus.mail.imap.IdleManager;
import org.jspecify.annotations.Nullable;

/**
 * The few threads that read all mailboxes: one that decides, some that read those of accounts, one for the configured one,
 * so that slow servers of others do not hold up what replies come to, and one that watches every connection in IDLE.
 */
final class MailboxThreads {
    private static final Duration ROUND = Duration.ofMillis(500);
    private static final long PATIENCE_AT_STOP_SECONDS = 6;

    private final ScheduledExecutorService decider = Executors.newSingleThreadScheduledExecutor(named("mailboxes"));
    private final ExecutorService ofAccounts;
    private final ExecutorService ofConfigured = Executors.newFixedThreadPool(1, named("mailbox-reader"));
    /** Runs the watching thread, and for moments whoever ends a wait; the readers bound how many. */
    private final ExecutorService watchers = Executors.newCachedThreadPool(named("mailboxes-watch"));

    private final AtomicBoolean woken = new AtomicBoolean();
    private @Nullable IdleManager idleManager;

    MailboxThreads(int readers) {
        ofAccounts = Executors.newFixedThreadPool(Math.max(1, readers), named("mailboxes-reader"));
    }

    /** Decides every now and then. */
    void decide(Runnable round) {
        decider.scheduleWithFixedDelay(round, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Decides soon: no need to wait for the next time. */
    void decideNow(Runnable round) {
        if (!decider.isShutdown() && woken.compareAndSet(false, true)) {
            decider.execute(() -> {
                woken.set(false);
                round.run();
            });
        }
    }

    /** Who reads a mailbox. */
    ExecutorService of(ReadableMailbox mailbox) {
        return switch (mailbox.origin()) {
            case CONFIGURATION -> ofConfigured;
            case ACCOUNT -> ofAccounts;
        };
    }

    /** The watching thread ends for all mailboxes when one connection breaks at a bad moment; then there is a new one. */
    IdleManager watching(Runnable onNewOne) throws IOException {
        IdleManager watching = idleManager;
        if (watching == null || !watching.isRunning()) {
            watching = new IdleManager(Session.getInstance(new Properties()), watchers);
            idleManager = watching;
            onNewOne.run();
        }
        return watching;
    }

    /** Decides no more; false if that was so already. */
    boolean stopDeciding() throws InterruptedException {
        if (decider.isShutdown()) {
            return false;
        }
        decider.shutdown();
        if (!decider.awaitTermination(PATIENCE_AT_STOP_SECONDS, TimeUnit.SECONDS)) {
            decider.shutdownNow();
        }
        return true;
    }

    /** Does all of it at the same time, so that one silent server does not cost the others their goodbye. */
    void together(Collection<Runnable> tasks) throws InterruptedException {
        List<Callable<Object>> all = new ArrayList<>();
        tasks.forEach(task -> all.add(Executors.callable(task)));
        watchers.invokeAll(all, PATIENCE_AT_STOP_SECONDS, TimeUnit.SECONDS);
    }

    void stop() {
        IdleManager watching = idleManager;
        if (watching != null) {
            watching.stop();
        }
        watchers.shutdown();
        ofAccounts.shutdownNow();
        ofConfigured.shutdownNow();
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
