package dev.tightrope.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalLong;

/** What arrived and how far each key has come, over the connection of the current transaction. */
final class InboxTables {
    private final Connection connection;

    InboxTables(Connection connection) {
        this.connection = connection;
    }

    /**
     * Bounds what this transaction can wait for, and for how long it can make others wait: a consumer that was frozen in
     * the middle of an event would otherwise keep the key's lock from whoever took its partitions over.
     */
    void boundWaits() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT set_config('lock_timeout', '5s', true),"
                    + " set_config('idle_in_transaction_session_timeout', '30s', true)");
        }
    }

    /**
     * Locks the key and tells the number of its last event. A key that was never seen starts just before the event at
     * hand: what came before that one is none of this service's business.
     */
    long lockKey(String source, String key, long startAt) throws SQLException {
        OptionalLong last = lockExisting(source, key);
        if (last.isPresent()) {
            return last.getAsLong();
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO inbox_sequence (source, key, last_sequence) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
            statement.setString(1, source);
            statement.setString(2, key);
            statement.setLong(3, startAt);
            statement.executeUpdate();
        }
        return lockExisting(source, key).orElseThrow();
    }

    private OptionalLong lockExisting(String source, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT last_sequence FROM inbox_sequence WHERE source = ? AND key = ? FOR UPDATE")) {
            statement.setString(1, source);
            statement.setString(2, key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    void advance(String source, String key, long sequence) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE inbox_sequence SET last_sequence = ? WHERE source = ? AND key = ?")) {
            statement.setLong(1, sequence);
            statement.setString(2, source);
            statement.setString(3, key);
            statement.executeUpdate();
        }
    }

    /** Records an event; false if it was there before. */
    boolean record(CloudEvent event, String key, String outcome) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO inbox_event (event_id, source, key, sequence, type, outcome) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)) {
            statement.setObject(1, event.id());
            statement.setString(2, event.source());
            statement.setString(3, key);
            statement.setLong(4, event.sequence());
            statement.setString(5, event.type());
            statement.setString(6, outcome);
            return statement.executeUpdate() == 1;
        }
    }

    /** Changes what became of an event that had been recorded without taking effect. */
    void correct(CloudEvent event, String outcome) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE inbox_event SET outcome = ? WHERE event_id = ?")) {
            statement.setString(1, outcome);
            statement.setObject(2, event.id());
            statement.executeUpdate();
        }
    }

    /** Forgets events that arrived longer ago than the retention; a thousand at most. */
    int forget(Duration retention) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                DELETE FROM inbox_event WHERE event_id = ANY (ARRAY(
                    SELECT event_id FROM inbox_event
                    WHERE received_at < clock_timestamp() - make_interval(secs => ?) LIMIT 1000))
                """)) {
            statement.setDouble(1, retention.toMillis() / 1000.0);
            return statement.executeUpdate();
        }
    }
}
