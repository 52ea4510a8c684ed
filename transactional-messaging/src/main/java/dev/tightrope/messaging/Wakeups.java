package dev.tightrope.messaging;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Tells the relay that there may be something to publish; any number of signals before it looks are one. */
final class Wakeups {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition signalled = lock.newCondition();
    private boolean committed;
    private boolean notified;

    /** A transaction of this process has committed events. */
    void committed() {
        signal(true);
    }

    /** Another process says that it has committed events. */
    void notified() {
        signal(false);
    }

    private void signal(boolean here) {
        lock.lock();
        try {
            if (here) {
                committed = true;
            } else {
                notified = true;
            }
            signalled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a signal, at most so long, and takes it.
     *
     * @return whether events were committed in this process, so that a relay leading elsewhere has to be told
     */
    boolean await(long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!committed && !notified && left > 0) {
                left = signalled.awaitNanos(left);
            }
            boolean here = committed;
            committed = false;
            notified = false;
            return here;
        } finally {
            lock.unlock();
        }
    }
}
