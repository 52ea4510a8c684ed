package dev.tightrope.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** JSON form of event data: RFC 3339 times, absent instead of null; readers pass over fields they do not know. */
public final class EventJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private EventJson() {}

    /** Writes an event's data as UTF-8 JSON. */
    public static byte[] write(TightropeEvent event) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write " + event.getClass().getSimpleName(), e);
        }
    }

    /**
     * Reads an event's data.
     *
     * @throws IOException if the bytes are no such event or a required field is absent; such a message can never be
     *     read and is to be parked
     */
    public static TightropeEvent read(EventType type, byte[] json) throws IOException {
        TightropeEvent event = MAPPER.readValue(json, type.eventClass());
        if (event == null) {
            throw new IOException(type.type() + " has no data");
        }
        Optional<String> missing = RequiredFields.firstMissing((Record) event);
        if (missing.isPresent()) {
            throw new IOException(type.type() + " lacks the required field " + missing.get());
        }
        return event;
    }
}
