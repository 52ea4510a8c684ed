package dev.tightrope.messaging;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** An event waiting to be published. */
record OutboxRow(
        long id,
        UUID eventId,
        UUID aggregateId,
        long sequence,
        String topic,
        String type,
        String data,
        Instant time,
        @Nullable String requestId) {

    static OutboxRow of(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong("id"),
                row.getObject("event_id", UUID.class),
                row.getObject("aggregate_id", UUID.class),
                row.getLong("sequence"),
                row.getString("topic"),
                row.getString("type"),
                row.getString("data"),
                row.getObject("time", OffsetDateTime.class).toInstant(),
                row.getString("request_id"));
    }

    /** The CloudEvent in binary mode; its key, and so its partition, is the aggregate. */
    ProducerRecord<byte[], byte[]> toRecord(String source) {
        String key = aggregateId.toString();
        CloudEvent event = new CloudEvent(eventId, type, source, time, sequence, requestId);
        return new ProducerRecord<>(
                topic,
                null,
                key.getBytes(StandardCharsets.UTF_8),
                data.getBytes(StandardCharsets.UTF_8),
                event.headers(key));
    }
}
