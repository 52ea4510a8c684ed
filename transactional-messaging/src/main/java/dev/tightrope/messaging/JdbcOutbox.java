package dev.tightrope.messaging;

import dev.tightrope.events.EventJson;
import dev.tightrope.events.EventType;
import dev.tightrope.events.TightropeEvent;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Writes events into the outbox table over the connection that belongs to the caller's transaction. */
final class JdbcOutbox implements Outbox {
    // Taking the number locks the aggregate's row until the commit: whoever comes next gets the next number, and
    // commits
    // later. The row is inserted from the locked one, so its id is drawn under the lock as well and ids follow numbers.
    private static final String APPEND = """
            WITH numbered AS (
                INSERT INTO outbox_sequence AS s (aggregate_id, last_sequence) VALUES (?, 1)
                ON CONFLICT (aggregate_id) DO UPDATE SET last_sequence = s.last_sequence + 1
                RETURNING aggregate_id, last_sequence)
            INSERT INTO outbox_event (aggregate_id, sequence, topic, type, data, request_id)
            SELECT aggregate_id, last_sequence, ?, ?, ?::json, ? FROM numbered
            """;

    private final DataSource dataSource;
    private final Transactions transactions;
    private final Runnable afterCommit;

    JdbcOutbox(DataSource dataSource, Transactions transactions, Runnable afterCommit) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.afterCommit = afterCommit;
    }

    @Override
    public void append(TightropeEvent event) {
        appendAll(List.of(event));
    }

    @Override
    public void appendAll(Collection<? extends TightropeEvent> events) {
        transactions.afterCommit(afterCommit);
        List<? extends TightropeEvent> inKeyOrder = events.stream()
                .sorted(Comparator.comparing(TightropeEvent::key))
                .toList();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(APPEND)) {
            for (TightropeEvent event : inKeyOrder) {
                bind(insert, event);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new OutboxException("Could not append " + events.size() + " event(s) to the outbox", e);
        }
    }

    @Override
    public void forgetPublished(Collection<UUID> keys) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(
                        "DELETE FROM outbox_event WHERE aggregate_id = ANY (?) AND published_at IS NOT NULL")) {
            delete.setArray(1, connection.createArrayOf("uuid", keys.toArray()));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxException("Could not forget published events of " + keys.size() + " key(s)", e);
        }
    }

    private static void bind(PreparedStatement insert, TightropeEvent event) throws SQLException {
        EventType type = EventType.of(event);
        insert.setObject(1, event.key());
        insert.setString(2, type.topic());
        insert.setString(3, type.type());
        insert.setString(4, new String(EventJson.write(event), StandardCharsets.UTF_8));
        insert.setString(5, currentRequestId());
    }

    private static @Nullable String currentRequestId() {
        Object requestId = MDC.get(CloudEvent.REQUEST_ID);
        return requestId == null ? null : requestId.toString();
    }

    /** The outbox could not be written; the transaction is lost. */
    static final class OutboxException extends RuntimeException {
        OutboxException(String message, SQLException cause) {
            super(message, cause);
        }
    }
}
