package dev.tightrope.api;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a value of a type looks like, in words for the client: no class name leaves the service. */
public final class Expected {
    private Expected() {}

    /** Reads after a field's name: "must be a UUID". */
    public static String of(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (isWholeNumber(type)) {
            return "must be a whole number" + rangeOf(type);
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "must be a number";
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .collect(Collectors.joining(", "));
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "must be an array";
        }
        if (Map.class.isAssignableFrom(type)) {
            return "must be an object";
        }
        return ofText(type);
    }

    private static String ofText(Class<?> type) {
        if (type == UUID.class) {
            return "must be a UUID";
        }
        if (type == Instant.class) {
            return "must be an RFC 3339 time such as 2026-01-31T09:00:00Z";
        }
        if (type == LocalDate.class) {
            return "must be a date such as 2026-01-31";
        }
        if (type == LocalTime.class) {
            return "must be a time of day such as 09:00";
        }
        if (type == Duration.class || type == Period.class) {
            return "must be an ISO 8601 duration such as " + (type == Period.class ? "P21D" : "PT20S");
        }
        if (ZoneId.class.isAssignableFrom(type)) {
            return "must be an IANA time zone such as Europe/Stockholm";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "must be a string";
        }
        return type.isRecord() ? "must be an object" : "has a value that cannot be read";
    }

    /** Whether a parameter of the path or the query can be read as this type. */
    public static boolean isReadable(Class<?> type, String value) {
        try {
            read(type, value);
            return true;
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    @SuppressWarnings({"CheckReturnValue", "ReturnValueIgnored"})
    private static void read(Class<?> type, String value) {
        if (type == UUID.class) {
            UUID.fromString(value);
        } else if (type == int.class || type == Integer.class) {
            Integer.parseInt(value);
        } else if (type == long.class || type == Long.class) {
            Long.parseLong(value);
        } else if (type == BigDecimal.class) {
            new BigDecimal(value);
        } else if (type == Instant.class) {
            Instant.parse(value);
        } else if (type == LocalDate.class) {
            LocalDate.parse(value);
        } else if (type == Duration.class) {
            Duration.parse(value);
        } else if (ZoneId.class == type) {
            ZoneId.of(value);
        } else if (type.isEnum()
                && Arrays.stream(type.getEnumConstants())
                        .noneMatch(constant -> ((Enum<?>) constant).name().equals(value))) {
            throw new IllegalArgumentException(value);
        }
    }

    private static boolean isWholeNumber(Class<?> type) {
        return type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class
                || type == short.class
                || type == Short.class;
    }

    private static String rangeOf(Class<?> type) {
        return type == int.class || type == Integer.class
                ? " between " + Integer.MIN_VALUE + " and " + Integer.MAX_VALUE
                : "";
    }
}
