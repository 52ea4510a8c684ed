package dev.tightrope.scheduler.background;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes sleepers. A sleeper takes a ticket <em>before</em> it looks for work and then sleeps on that ticket: a signal that
 * came between the look and the sleep made the ticket stale, so the sleep ends at once instead of being missed.
 */
public final class WakeUp {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition signalled = lock.newCondition();
    private long signals;

    /** Number of signals so far; to be taken before looking for work. */
    public long ticket() {
        lock.lock();
        try {
            return signals;
        } finally {
            lock.unlock();
        }
    }

    /** Wakes all who sleep, and all who looked for work before this moment and are about to sleep. */
    public void signal() {
        lock.lock();
        try {
            signals++;
            signalled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sleeps until there is a signal later than the ticket, at most for the given time.
     *
     * @return whether a signal ended it
     */
    public boolean awaitLaterThan(long ticket, Duration longest) throws InterruptedException {
        long left = TimeUnit.NANOSECONDS.convert(longest);
        lock.lockInterruptibly();
        try {
            while (signals == ticket && left > 0) {
                left = signalled.awaitNanos(left);
            }
            return signals != ticket;
        } finally {
            lock.unlock();
        }
    }
}
