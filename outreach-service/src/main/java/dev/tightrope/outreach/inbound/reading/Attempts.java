package dev.tightrope.outreach.inbound.reading;

import dev.tightrope.outreach.mailbox.connection.ConnectionProblem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How the attempts to read one mailbox fared since this replica holds it; one thread notes it, any may look. */
final class Attempts {
    private volatile int failures;
    private volatile @Nullable ConnectionProblem problem;
    private volatile long quietSince = System.nanoTime();
    private volatile boolean everRead;

    /** From now on it is this replica's matter. */
    void beginAnew() {
        quietSince = System.nanoTime();
        everRead = false;
    }

    void succeeded() {
        failures = 0;
        problem = null;
        everRead = true;
        quietSince = System.nanoTime();
    }

    /** Counts one more in a row. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    int failed() {
        return ++failures;
    }

    void because(ConnectionProblem found) {
        problem = found;
    }

    boolean isFailing() {
        return failures > 0;
    }

    MailboxCondition condition(boolean held, boolean connected, Duration nextTry) {
        return new MailboxCondition(
                held,
                connected,
                everRead,
                Duration.ofNanos(System.nanoTime() - quietSince),
                problem,
                failures,
                nextTry);
    }
}
