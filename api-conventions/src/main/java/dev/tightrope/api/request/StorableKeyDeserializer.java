package dev.tightrope.api.request;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import java.io.IOException;

/** The same for the keys of maps, which Jackson does not read as strings. */
final class StorableKeyDeserializer extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
        String refusal = StorableText.refusal(key);
        if (refusal != null) {
            throw new RefusedValueException(context.getParser(), "has a key that " + refusal);
        }
        return key;
    }
}
