package dev.tightrope.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that could not take effect yet.
 *
 * @param event its attributes, null if they cannot be read
 */
record ParkedMessage(
        UUID id,
        Message message,
        @Nullable CloudEvent event,
        ParkReason reason,
        String error,
        int attempts,
        Instant parkedAt) {

    static ParkedMessage of(ResultSet row) throws SQLException {
        Message message = Message.ofParked(row);
        return new ParkedMessage(
                row.getObject("id", UUID.class),
                message,
                readable(message),
                ParkReason.valueOf(row.getString("reason")),
                row.getString("error"),
                row.getInt("attempts"),
                row.getObject("parked_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable CloudEvent readable(Message message) {
        try {
            return message.key() == null ? null : CloudEvent.read(message.headers());
        } catch (UnreadableException e) {
            return null;
        }
    }
}
