package dev.tightrope.api.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.tightrope.api.Expected;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** RFC 3339 with any offset; no epoch numbers, and no year the database could not keep. */
final class Rfc3339InstantDeserializer extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    Rfc3339InstantDeserializer() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            try {
                OffsetDateTime time = OffsetDateTime.parse(parser.getText());
                if (time.getYear() >= 1 && time.getYear() <= 9999) {
                    return time.toInstant();
                }
            } catch (DateTimeException e) {
                throw refused(parser);
            }
        }
        throw refused(parser);
    }

    private static RefusedValueException refused(JsonParser parser) {
        return new RefusedValueException(parser, Expected.of(Instant.class));
    }
}
