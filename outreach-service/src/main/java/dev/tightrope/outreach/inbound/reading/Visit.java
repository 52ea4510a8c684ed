package dev.tightrope.outreach.inbound.reading;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One mailbox's visits by threads of a pool, of which there is one at a time, and whether the present one hangs. */
final class Visit {
    /** From when it is handed to a pool until it is over. */
    private volatile boolean underWay;
    /** From when a thread began it: one that waits for a thread does not hang, its server was not asked yet. */
    private volatile boolean begun;

    private volatile long lastStep;
    private volatile @Nullable Future<?> task;

    boolean isUnderWay() {
        return underWay;
    }

    /** Has a thread of the pool make it. */
    void begin(ExecutorService pool, Runnable what) {
        underWay = true;
        try {
            task = pool.submit(() -> make(what));
        } catch (RuntimeException | Error e) {
            underWay = false;
            throw e;
        }
    }

    private void make(Runnable what) {
        goesOn();
        begun = true;
        try {
            what.run();
        } finally {
            begun = false;
            underWay = false;
        }
    }

    /** It came a step further. */
    void goesOn() {
        lastStep = System.nanoTime();
    }

    boolean isBegun() {
        return begun;
    }

    boolean isSilentFor(Duration limit) {
        return begun && System.nanoTime() - lastStep > limit.toNanos();
    }

    /** Wakes the thread that makes it. */
    void interrupt() {
        Future<?> made = task;
        if (made != null) {
            made.cancel(true);
        }
        goesOn();
    }
}
