package dev.tightrope.scheduler.input;

import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads optional query parameters; a wrong value is a 400 that names the parameter, not the 404 of JAX-RS. */
public final class QueryParameter {
    private QueryParameter() {}

    /** An identifier, or null where it is absent. */
    public static @Nullable UUID uuid(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest(FieldError.query(name, "must be a UUID"));
        }
    }

    /** The name of one of the values of an enum, or null where it is absent. */
    public static <E extends Enum<E>> @Nullable String oneOf(String name, Class<E> values, @Nullable String value) {
        if (value == null
                || Arrays.stream(values.getEnumConstants())
                        .anyMatch(known -> known.name().equals(value))) {
            return value;
        }
        throw Problems.badRequest(FieldError.query(
                name,
                "must be one of "
                        + Arrays.stream(values.getEnumConstants())
                                .map(Enum::name)
                                .collect(Collectors.joining(", "))));
    }
}
