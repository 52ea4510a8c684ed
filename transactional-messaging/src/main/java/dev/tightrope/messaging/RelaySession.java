package dev.tightrope.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The relay's database session, on a connection of its own. It carries the leadership: an advisory lock, which ends with
 * the session, and the server ends the session of a relay that has stopped moving. Everything the leader does goes through
 * this one session, so a relay that lost the lead cannot so much as mark a row.
 */
final class RelaySession implements AutoCloseable {
    static final String CHANNEL = "tightrope_outbox";
    // any number nobody else in this database locks: "tightrop" in ASCII
    private static final long LOCK = 0x7469676874726f70L;

    private final Connection connection;
    private boolean leads;

    private RelaySession(Connection connection) {
        this.connection = connection;
    }

    static RelaySession open(DataSource unpooled, Duration frozenAfter) throws SQLException {
        Connection connection = unpooled.getConnection();
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            // tcp_user_timeout: a frozen process may leave the server writing to a full socket, where idle times do not
            // count
            statement.execute(
                    "SET idle_session_timeout = %1$d; SET tcp_user_timeout = %1$d; SET statement_timeout = %2$d"
                            .formatted(frozenAfter.toMillis(), Math.max(10_000, frozenAfter.toMillis())));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return new RelaySession(connection);
    }

    /** Whether this is the relay that publishes; tries to become it if there is none. */
    boolean lead() throws SQLException {
        if (!leads) {
            try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
                statement.setLong(1, LOCK);
                try (ResultSet rows = statement.executeQuery()) {
                    leads = rows.next() && rows.getBoolean(1);
                }
            }
        }
        return leads;
    }

    /** Shows the server that this relay is alive. */
    void beat() throws SQLException {
        execute("SELECT 1");
    }

    /** Tells the relay that leads, wherever it is, that events were committed here. */
    void notifyLeader() throws SQLException {
        execute("NOTIFY " + CHANNEL);
    }

    List<OutboxRow> unpublished(int limit, Collection<UUID> exceptAggregates) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT id, event_id, aggregate_id, sequence, topic, type, data, time, request_id
                FROM outbox_event WHERE published_at IS NULL AND aggregate_id <> ALL (?) ORDER BY id LIMIT ?
                """)) {
            statement.setArray(1, connection.createArrayOf("uuid", exceptAggregates.toArray()));
            statement.setInt(2, limit);
            List<OutboxRow> events = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    events.add(OutboxRow.of(rows));
                }
            }
            return events;
        }
    }

    void markPublished(Collection<OutboxRow> events) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE outbox_event SET published_at = clock_timestamp() WHERE id = ANY (?)")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", events.stream().map(OutboxRow::id).toArray()));
            statement.executeUpdate();
        }
    }

    /** Deletes the oldest events that were published longer ago than the retention; a thousand at most. */
    int deletePublished(Duration retention) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                DELETE FROM outbox_event
                WHERE id = ANY (ARRAY(SELECT id FROM outbox_event ORDER BY id LIMIT 1000))
                AND published_at < clock_timestamp() - make_interval(secs => ?)
                """)) {
            statement.setDouble(1, retention.toMillis() / 1000.0);
            return statement.executeUpdate();
        }
    }

    /** How many events wait, and for how many seconds the oldest has. */
    double[] backlog() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT count(*), coalesce(extract(epoch FROM clock_timestamp() - min(time)), 0)
                        FROM outbox_event WHERE published_at IS NULL
                        """)) {
            rows.next();
            return new double[] {rows.getDouble(1), rows.getDouble(2)};
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        leads = false;
        connection.close();
    }
}
