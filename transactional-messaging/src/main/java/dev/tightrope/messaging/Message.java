package dev.tightrope.messaging;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** A Kafka message as bytes, whether it has just arrived or was parked. */
record Message(
        String topic,
        int partition,
        long offset,
        long recordTime,
        byte @Nullable [] rawKey,
        byte @Nullable [] value,
        Headers headers) {

    static Message of(ConsumerRecord<byte[], byte[]> record) {
        return new Message(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                record.headers());
    }

    static Message ofParked(ResultSet row) throws SQLException {
        Headers headers = new RecordHeaders();
        Array names = row.getArray("header_names");
        Array values = row.getArray("header_values");
        String[] nameOf = (String[]) names.getArray();
        byte[][] valueOf = (byte[][]) values.getArray();
        for (int i = 0; i < nameOf.length; i++) {
            headers.add(nameOf[i], valueOf[i]);
        }
        return new Message(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("log_offset"),
                row.getLong("record_time"),
                row.getBytes("raw_key"),
                row.getBytes("value"),
                headers);
    }

    /** The key as text the database takes, however odd its bytes; null if there is none. */
    @Nullable
    String key() {
        return rawKey == null ? null : storable(new String(rawKey, StandardCharsets.UTF_8));
    }

    /** PostgreSQL's text knows no NUL, and nothing a message contains may keep it from being parked. */
    static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    @Override
    public String toString() {
        return "message %d of partition %s-%d, key %s".formatted(offset, topic, partition, key());
    }
}
