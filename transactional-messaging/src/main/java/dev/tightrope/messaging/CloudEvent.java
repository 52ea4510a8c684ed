package dev.tightrope.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Attributes of a CloudEvent 1.0, which the binary mode of its Kafka binding keeps in headers beside the data. */
record CloudEvent(
        UUID id,
        String type,
        String source,
        Instant time,
        long sequence,
        @Nullable String requestId) {
    /** Key of the request id in the logging context. */
    static final String REQUEST_ID = "requestId";

    private static final String SPEC_VERSION = "1.0";

    Headers headers(String subject) {
        Headers headers = new RecordHeaders();
        add(headers, "content-type", "application/json");
        add(headers, "ce_specversion", SPEC_VERSION);
        add(headers, "ce_id", id.toString());
        add(headers, "ce_type", type);
        add(headers, "ce_source", source);
        add(headers, "ce_time", time.toString());
        add(headers, "ce_subject", subject);
        add(headers, "ce_sequence", Long.toString(sequence));
        if (requestId != null) {
            add(headers, "ce_requestid", requestId);
        }
        return headers;
    }

    /**
     * Reads the attributes back.
     *
     * @throws UnreadableException if one that is needed is missing or makes no sense
     */
    static CloudEvent read(Headers headers) throws UnreadableException {
        String version = required(headers, "ce_specversion");
        if (!version.equals(SPEC_VERSION)) {
            throw new UnreadableException("Header ce_specversion is " + version + ", known is " + SPEC_VERSION);
        }
        String sequence = required(headers, "ce_sequence");
        try {
            CloudEvent event = new CloudEvent(
                    UUID.fromString(required(headers, "ce_id")),
                    required(headers, "ce_type"),
                    required(headers, "ce_source"),
                    OffsetDateTime.parse(required(headers, "ce_time")).toInstant(),
                    Long.parseLong(sequence),
                    optional(headers, "ce_requestid"));
            if (event.sequence < 1) {
                throw new UnreadableException("Header ce_sequence is " + sequence + ", the first one is 1");
            }
            return event;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableException("A header makes no sense: " + e.getMessage(), e);
        }
    }

    private static String required(Headers headers, String name) throws UnreadableException {
        String value = optional(headers, name);
        if (value == null) {
            throw new UnreadableException("Header " + name + " is missing: this is no CloudEvent of ours");
        }
        return value;
    }

    private static @Nullable String optional(Headers headers, String name) throws UnreadableException {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            return null;
        }
        try {
            String value = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header.value()))
                    .toString();
            if (value.indexOf('\0') >= 0) {
                throw new UnreadableException("Header " + name + " contains a NUL");
            }
            return value;
        } catch (CharacterCodingException e) {
            throw new UnreadableException("Header " + name + " is not UTF-8", e);
        }
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
