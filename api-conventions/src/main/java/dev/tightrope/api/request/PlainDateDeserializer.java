package dev.tightrope.api.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.tightrope.api.Expected;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Dates as YYYY-MM-DD only; a time cut down to its date could be the wrong day. */
final class PlainDateDeserializer extends StdScalarDeserializer<LocalDate> {
    private static final long serialVersionUID = 1L;

    PlainDateDeserializer() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            try {
                LocalDate date = LocalDate.parse(parser.getText());
                if (date.getYear() >= 1 && date.getYear() <= 9999) {
                    return date;
                }
            } catch (DateTimeException e) {
                throw refused(parser);
            }
        }
        throw refused(parser);
    }

    private static RefusedValueException refused(JsonParser parser) {
        return new RefusedValueException(parser, Expected.of(LocalDate.class));
    }
}
