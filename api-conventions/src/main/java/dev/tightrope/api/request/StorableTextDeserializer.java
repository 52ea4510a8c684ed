package dev.tightrope.api.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.tightrope.api.Expected;
import java.io.IOException;

/** The one place where text from a body enters: strings only, and only such as the database can keep. */
final class StorableTextDeserializer extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    StorableTextDeserializer() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw new RefusedValueException(parser, Expected.of(String.class));
        }
        String text = parser.getText();
        String refusal = StorableText.refusal(text);
        if (refusal != null) {
            throw new RefusedValueException(parser, refusal);
        }
        return text;
    }
}
