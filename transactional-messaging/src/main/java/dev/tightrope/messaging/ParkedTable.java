package dev.tightrope.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** The parked messages, over the connection of the current transaction. */
final class ParkedTable {
    private static final int LONGEST_ERROR = 4_000;
    private static final String EMPTIED = "Its content was erased with the person it told of: discard it";

    private final Connection connection;

    ParkedTable(Connection connection) {
        this.connection = connection;
    }

    /** Parks a message, unless it is parked already. */
    boolean park(Message message, @Nullable CloudEvent event, ParkReason reason, String error, int attempts)
            throws SQLException {
        List<Header> headers =
                StreamSupport.stream(message.headers().spliterator(), false).toList();
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO parked_message (topic, partition, log_offset, record_time, key, raw_key, value,
                    header_names, header_values, event_id, source, type, sequence, reason, error, attempts)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """)) {
            statement.setString(1, message.topic());
            statement.setInt(2, message.partition());
            statement.setLong(3, message.offset());
            statement.setLong(4, message.recordTime());
            statement.setString(5, message.key());
            statement.setBytes(6, message.rawKey());
            statement.setBytes(7, message.value());
            statement.setArray(
                    8,
                    connection.createArrayOf(
                            "text",
                            headers.stream()
                                    .map(header -> Message.storable(header.key()))
                                    .toArray()));
            statement.setArray(
                    9,
                    connection.createArrayOf(
                            "bytea", headers.stream().map(Header::value).toArray(byte[][]::new)));
            statement.setObject(10, event == null ? null : event.id());
            statement.setString(11, event == null ? null : event.source());
            statement.setString(12, event == null ? null : event.type());
            statement.setObject(13, event == null ? null : event.sequence(), Types.BIGINT);
            statement.setString(14, reason.name());
            statement.setString(15, storable(error));
            statement.setInt(16, attempts);
            return statement.executeUpdate() == 1;
        }
    }

    /** Whether a message of the key is parked that cannot be put in order, so that nothing may pass it. */
    boolean unorderableIn(String topic, @Nullable String key) throws SQLException {
        return exists(
                "SELECT id FROM parked_message WHERE topic = ? AND key = ? AND sequence IS NULL LIMIT 1", topic, key);
    }

    /** Whether an event between these two numbers of the key is parked. */
    boolean anyBetween(String source, String key, long last, long sequence) throws SQLException {
        return exists(
                "SELECT id FROM parked_message WHERE source = ? AND key = ? AND sequence > ? AND sequence < ? LIMIT 1",
                source,
                key,
                last,
                sequence);
    }

    private boolean exists(String sql, @Nullable Object... arguments) throws SQLException {
        return !queryIds(sql, arguments).isEmpty();
    }

    Optional<ParkedMessage> find(UUID id) throws SQLException {
        return query("SELECT * FROM parked_message WHERE id = ?", id).stream().findFirst();
    }

    /** The parked event with this number, if it only waited for its turn. */
    Optional<ParkedMessage> waitingAt(String source, String key, long sequence) throws SQLException {
        return query(
                        "SELECT * FROM parked_message WHERE source = ? AND key = ? AND sequence = ?"
                                + " AND reason IN ('GAP', 'FOLLOWS')",
                        source,
                        key,
                        sequence)
                .stream()
                .findFirst();
    }

    /** Events whose turn has come. */
    List<UUID> released() throws SQLException {
        return queryIds("""
                SELECT p.id FROM parked_message p JOIN inbox_sequence s ON s.source = p.source AND s.key = p.key
                WHERE p.reason IN ('GAP', 'FOLLOWS') AND p.sequence = s.last_sequence + 1
                AND NOT EXISTS (SELECT 1 FROM parked_message u
                    WHERE u.topic = p.topic AND u.key = p.key AND u.sequence IS NULL)
                ORDER BY p.id LIMIT 1000
                """);
    }

    /** Messages of a type that was unknown and is among these now, in order. */
    List<UUID> ofNowKnown(List<String> types) throws SQLException {
        return queryIds(
                "SELECT id FROM parked_message WHERE reason = 'UNKNOWN_TYPE' AND type = ANY (?)"
                        + " ORDER BY source, key, sequence",
                connection.createArrayOf("text", types.toArray()));
    }

    /** Sources whose events wait behind a message of this key. */
    List<String> sourcesWaiting(String topic, @Nullable String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT DISTINCT source FROM parked_message WHERE topic = ? AND key = ? AND source IS NOT NULL")) {
            statement.setString(1, topic);
            statement.setString(2, key);
            List<String> sources = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sources.add(rows.getString(1));
                }
            }
            return sources;
        }
    }

    /** A page of parked messages, oldest first. */
    List<ParkedMessage> list(@Nullable ParkReason reason, @Nullable String key, @Nullable UUID after, int limit)
            throws SQLException {
        return query(
                "SELECT * FROM parked_message WHERE (?::text IS NULL OR reason = ?) AND (?::text IS NULL OR key = ?)"
                        + " AND (?::uuid IS NULL OR id > ?) ORDER BY id LIMIT ?",
                name(reason),
                name(reason),
                key,
                key,
                after,
                after,
                limit);
    }

    private static @Nullable String name(@Nullable ParkReason reason) {
        return reason == null ? null : reason.name();
    }

    void delete(UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM parked_message WHERE id = ?")) {
            statement.setObject(1, id);
            statement.executeUpdate();
        }
    }

    /** Leaves nothing of the messages of these keys but what they are and where they stand in their key. */
    void empty(Collection<UUID> keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE parked_message SET value = NULL, error = ? WHERE key = ANY (?) AND value IS NOT NULL")) {
            statement.setString(1, EMPTIED);
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", keys.stream().map(UUID::toString).toArray()));
            statement.executeUpdate();
        }
    }

    /** Notes that a parked message failed again, or, having waited for its turn, for the first time. */
    void failed(UUID id, ParkReason reason, String error) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE parked_message SET reason = ?, error = ?, attempts = attempts + 1 WHERE id = ?")) {
            statement.setString(1, reason.name());
            statement.setString(2, storable(error));
            statement.setObject(3, id);
            statement.executeUpdate();
        }
    }

    Map<ParkReason, Long> countByReason() throws SQLException {
        Map<ParkReason, Long> counts = new EnumMap<>(ParkReason.class);
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT reason, count(*) FROM parked_message GROUP BY reason")) {
            while (rows.next()) {
                counts.put(ParkReason.valueOf(rows.getString(1)), rows.getLong(2));
            }
        }
        return counts;
    }

    private static String storable(String error) {
        String text = Message.storable(error);
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
    }

    private List<ParkedMessage> query(String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepare(sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<ParkedMessage> found = new ArrayList<>();
            while (rows.next()) {
                found.add(ParkedMessage.of(rows));
            }
            return found;
        }
    }

    private List<UUID> queryIds(String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepare(sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<UUID> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
            return found;
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }
}
