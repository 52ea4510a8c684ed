package dev.tightrope.messaging;

import dev.tightrope.messaging.EventPublisher.Failure;
import dev.tightrope.messaging.EventPublisher.Result;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Publishes what committed transactions left in the outbox; of all relays of a database one at a time does. */
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 200;

    private final DataSource unpooled;
    private final EventPublisher publisher;
    private final Duration frozenAfter;
    private final MessagingMetrics metrics;
    private final HeldAggregates held = new HeldAggregates();
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable RelaySession session;

    OutboxRelay(DataSource unpooled, EventPublisher publisher, Duration frozenAfter, MessagingMetrics metrics) {
        this.unpooled = unpooled;
        this.publisher = publisher;
        this.frozenAfter = frozenAfter;
        this.metrics = metrics;
    }

    /**
     * Publishes everything committed so far, unless a relay elsewhere leads.
     *
     * @return how many events were published; fewer than are waiting if the broker is away or refuses some
     * @throws IllegalStateException if the database cannot be reached
     */
    public int runOnce() {
        try {
            return turn(false);
        } catch (SQLException e) {
            throw new IllegalStateException("The outbox cannot be read: the database does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /**
     * As {@link #runOnce()}, for the relay's own thread.
     *
     * @param tellLeader whether events were committed here, so that a leader elsewhere is to be woken
     */
    int turn(boolean tellLeader) throws SQLException, InterruptedException {
        turn.lockInterruptibly();
        try {
            boolean fresh = session == null;
            try {
                return turn(connected(), tellLeader);
            } catch (SQLException e) {
                disconnect(e);
                if (fresh) {
                    throw e;
                }
                // The server had ended the session, most likely because this relay was idle or frozen: try as a
                // newcomer.
                LOG.infof("The relay's session has ended (%s), opening another", e.getMessage());
            }
            try {
                return turn(connected(), tellLeader);
            } catch (SQLException e) {
                disconnect(e);
                throw e;
            }
        } finally {
            turn.unlock();
        }
    }

    private int turn(RelaySession current, boolean tellLeader) throws SQLException, InterruptedException {
        if (!current.lead()) {
            if (tellLeader) {
                current.notifyLeader();
            }
            return 0;
        }
        int published = 0;
        while (true) {
            List<OutboxRow> batch = current.unpublished(BATCH, held.at(System.nanoTime()));
            int now = publishInWaves(current, batch);
            published += now;
            // Nothing got through: the broker is away, and reading on would only hold the whole backlog in memory.
            if (now == 0 || (batch.size() < BATCH && now == batch.size())) {
                return published;
            }
        }
    }

    /** One event of each aggregate at a time, so that one that fails is never overtaken by its successor. */
    private int publishInWaves(RelaySession current, List<OutboxRow> batch) throws SQLException, InterruptedException {
        Map<UUID, Deque<OutboxRow>> byAggregate = new LinkedHashMap<>();
        batch.forEach(row -> byAggregate
                .computeIfAbsent(row.aggregateId(), key -> new ArrayDeque<>())
                .add(row));
        int published = 0;
        while (!byAggregate.isEmpty()) {
            List<OutboxRow> wave = new ArrayList<>();
            byAggregate.values().forEach(events -> wave.add(events.element()));
            Result result = publisher.publish(wave, current::beat);
            if (!result.published().isEmpty()) {
                current.markPublished(result.published());
                held.brokerAnswered(
                        result.published().stream().map(OutboxRow::aggregateId).collect(Collectors.toSet()));
            }
            published += result.published().size();
            metrics.published(result.published().size());
            for (Failure failure : result.failed()) {
                hold(failure);
                byAggregate.remove(failure.event().aggregateId());
            }
            for (OutboxRow event : result.published()) {
                byAggregate.computeIfPresent(event.aggregateId(), (key, events) -> {
                    events.remove();
                    return events.isEmpty() ? null : events;
                });
            }
            boolean brokerAway = result.failed().stream().anyMatch(Failure::brokerAway);
            metrics.brokerReachable(!brokerAway || !result.published().isEmpty());
            if (brokerAway && result.published().isEmpty()) {
                return published;
            }
        }
        return published;
    }

    private void hold(Failure failure) {
        OutboxRow event = failure.event();
        LOG.warnf(
                "Event %s (%s, number %d of %s) could not be published and is held with its successors: %s",
                event.eventId(), event.type(), event.sequence(), event.aggregateId(), failure.cause());
        held.hold(event.aggregateId(), failure.brokerAway(), System.nanoTime());
    }

    /** Deletes what was published long ago and counts what was not; a relay that does not lead only counts. */
    void keepHouse(Duration retention) throws SQLException, InterruptedException {
        turn.lockInterruptibly();
        try {
            RelaySession current = connected();
            double[] backlog = current.backlog();
            metrics.outboxBacklog(backlog[0], backlog[1]);
            if (current.lead()) {
                for (int chunk = 0; chunk < 20 && current.deletePublished(retention) > 0; chunk++) {
                    LOG.debug("Deleted a chunk of published events");
                }
            }
        } catch (SQLException e) {
            disconnect(e);
            throw e;
        } finally {
            turn.unlock();
        }
    }

    /** Gives the lead away and closes the producer, once the turn that is under way has ended. */
    void close() {
        try {
            if (!turn.tryLock(20, TimeUnit.SECONDS)) {
                LOG.warn("The relay does not finish its turn; the lead ends with the process");
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            disconnect(null);
            publisher.close();
        } finally {
            turn.unlock();
        }
    }

    private RelaySession connected() throws SQLException {
        if (session == null) {
            session = RelaySession.open(unpooled, frozenAfter);
        }
        return session;
    }

    private void disconnect(@Nullable SQLException why) {
        if (session == null) {
            return;
        }
        try {
            session.close();
        } catch (SQLException e) {
            if (why != null) {
                why.addSuppressed(e);
            }
            LOG.debug("The relay's session could not be closed properly", e);
        }
        session = null;
    }
}
