package dev.tightrope.messaging;

import java.sql.Connection;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** What the inbox does beside receiving: replays types that became known, releases what waits, counts and forgets. */
final class InboxUpkeep {
    private static final Logger LOG = Logger.getLogger(InboxUpkeep.class);

    private final DataSource dataSource;
    private final ReplayParked replay;
    private final MessagingMetrics metrics;
    private final Duration retention;
    private final Duration interval;
    private boolean nowKnownReplayed;
    private long dueAtNanos = System.nanoTime();

    InboxUpkeep(
            DataSource dataSource,
            ReplayParked replay,
            MessagingMetrics metrics,
            Duration retention,
            Duration interval) {
        this.dataSource = dataSource;
        this.replay = replay;
        this.metrics = metrics;
        this.retention = retention;
        this.interval = interval;
    }

    /** Does it, if it is time; trouble is left for the next time. */
    void ifDue() {
        if (System.nanoTime() - dueAtNanos < 0) {
            return;
        }
        try {
            if (!nowKnownReplayed) {
                replay.nowKnown();
                nowKnownReplayed = true;
            }
            replay.released();
            countAndForget();
        } catch (Exception e) {
            LOG.logf(
                    TransientFailures.isTransient(e) ? Logger.Level.DEBUG : Logger.Level.WARN,
                    e,
                    "The inbox's upkeep did not finish; it will be tried again");
        } finally {
            dueAtNanos = System.nanoTime() + interval.toNanos();
        }
    }

    private void countAndForget() throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            metrics.parked(new ParkedTable(connection).countByReason());
            InboxTables inbox = new InboxTables(connection);
            for (int chunk = 0; chunk < 20 && inbox.forget(retention) > 0; chunk++) {
                LOG.debug("Forgot a chunk of events that arrived long ago");
            }
        }
    }
}
