package dev.tightrope.messaging;

import dev.tightrope.events.EventJson;
import dev.tightrope.events.EventType;
import dev.tightrope.events.TightropeEvent;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Writes events into the outbox table over the connection that belongs to the caller's transaction. */
final class JdbcOutbox implements Outbox {
    // Taking numbers locks the aggregates' rows until the commit, in the order of their keys: whoever comes next
    // gets the next number, and commits later. All numbers are taken before the sort hands on the first event, so
    // ids are drawn under the lock as well and follow the numbers.
    private static final String APPEND = """
            WITH event AS (
                SELECT key, topic, type, data, place, row_number() OVER (PARTITION BY key ORDER BY place) AS nth
                FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[])
                    WITH ORDINALITY AS e (key, topic, type, data, place)),
            numbered AS (
                INSERT INTO outbox_sequence AS s (aggregate_id, last_sequence)
                SELECT key, count(*) FROM event GROUP BY key ORDER BY key
                ON CONFLICT (aggregate_id) DO UPDATE SET last_sequence = s.last_sequence + excluded.last_sequence
                RETURNING aggregate_id, last_sequence, coalesce(old.last_sequence, 0) AS before)
            INSERT INTO outbox_event (aggregate_id, sequence, topic, type, data, request_id)
            SELECT key, before + nth, topic, type, data::json, ? FROM event JOIN numbered ON aggregate_id = key
            ORDER BY place
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
        if (events.isEmpty()) {
            return;
        }
        transactions.afterCommit(afterCommit);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(APPEND)) {
            insert.setArray(1, array(connection, "uuid", events, TightropeEvent::key));
            insert.setArray(
                    2,
                    array(
                            connection,
                            "text",
                            events,
                            event -> EventType.of(event).topic()));
            insert.setArray(
                    3,
                    array(
                            connection,
                            "text",
                            events,
                            event -> EventType.of(event).type()));
            insert.setArray(4, array(connection, "text", events, JdbcOutbox::json));
            insert.setString(5, currentRequestId());
            insert.executeUpdate();
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

    private static Array array(
            Connection connection,
            String type,
            Collection<? extends TightropeEvent> events,
            Function<TightropeEvent, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, events.stream().map(column).toArray());
    }

    private static String json(TightropeEvent event) {
        return new String(EventJson.write(event), StandardCharsets.UTF_8);
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
