package dev.tightrope.scheduler.background;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Threads that do a step over and over, asleep while there is nothing to do. A step that fails is tried again. */
public final class BackgroundLoop {
    private static final Logger LOG = Logger.getLogger(BackgroundLoop.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(40);

    /** One step of the work. */
    @FunctionalInterface
    public interface Step {
        /** Does what is due now; answers how long there will be nothing to do unless a signal comes, zero for "go on". */
        Duration run();
    }

    private final String name;
    private final boolean startsWithTheService;
    private final int threads;
    private final Duration poll;
    private final WakeUp wakeUp;
    private final Step step;
    private final List<Thread> running = new ArrayList<>();
    private CountDownLatch stopped = new CountDownLatch(1);

    /**
     * A loop that is not running yet.
     *
     * @param startsWithTheService whether it starts by itself
     * @param poll longest sleep, for work that other replicas brought and no signal told of
     */
    public BackgroundLoop(
            String name, boolean startsWithTheService, int threads, Duration poll, WakeUp wakeUp, Step step) {
        this.name = name;
        this.startsWithTheService = startsWithTheService;
        this.threads = threads;
        this.poll = poll;
        // Read as a field of a bean's proxy it is null, and the threads would die unseen.
        this.wakeUp = Objects.requireNonNull(wakeUp, name);
        this.step = step;
    }

    boolean startsWithTheService() {
        return startsWithTheService;
    }

    /** Starts the threads. */
    public synchronized void start() {
        if (!running.isEmpty()) {
            throw new IllegalStateException(name + " runs already");
        }
        stopped = new CountDownLatch(1);
        for (int number = 1; number <= threads; number++) {
            CountDownLatch end = stopped;
            Thread thread = new Thread(() -> loop(end), name + "-" + number);
            thread.setDaemon(true);
            running.add(thread);
            thread.start();
        }
    }

    /** Lets the steps at work end, then the threads. */
    public synchronized void stop() {
        stopped.countDown();
        wakeUp.signal();
        long deadline = System.nanoTime() + LONGEST_STOP.toNanos();
        for (Thread thread : running) {
            try {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        running.clear();
    }

    private void loop(CountDownLatch end) {
        try {
            while (end.getCount() > 0) {
                long ticket = wakeUp.ticket();
                Duration rest;
                try {
                    rest = step.run();
                } catch (Throwable e) {
                    // Also errors: a thread that ended would leave timers and reminders lying, and nobody would know.
                    LOG.warnf(e, "%s failed and is tried again in %s", name, PAUSE_AFTER_FAILURE);
                    // Not interruptible by signals: with the database away, every new piece of work would spin it.
                    if (end.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS)) {
                        return;
                    }
                    continue;
                }
                if (!rest.isZero() && !rest.isNegative() && end.getCount() > 0) {
                    wakeUp.awaitLaterThan(ticket, rest.compareTo(poll) < 0 ? rest : poll);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
