package dev.tightrope.api.list;

import dev.tightrope.api.FieldError;
import dev.tightrope.api.Moments;
import dev.tightrope.api.PageRequest;
import dev.tightrope.api.ProblemException;
import dev.tightrope.api.Problems;
import dev.tightrope.api.request.Characters;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters every list takes. They are read as text, because JAX-RS answers 404 to a query parameter it cannot
 * convert.
 */
public class ListParameters {
    /**
     * How far changes are looked for before the moment a polling client names. A change is stamped a moment before its
     * transaction ends; what was stamped first can come to light after what the client saw last.
     */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    /** Rows on a page. */
    @QueryParam("limit")
    @Parameter(description = "Rows on a page, 1 to 200", example = "50")
    public @Nullable String limit;

    /** Where the page before ended. */
    @QueryParam("cursor")
    @Parameter(description = "page.nextCursor of the page before")
    public @Nullable String cursor;

    /** Only rows changed later. */
    @QueryParam("updatedAfter")
    @Parameter(
            description =
                    "Only rows changed after this moment, for polling: give the newest updatedAt you have. Those of the ten"
                            + " seconds before come again, because a change can come to light after a later one.",
            example = "2026-11-02T08:00:00Z")
    public @Nullable String updatedAfter;

    /** Order of the rows. */
    @QueryParam("sort")
    @Parameter(description = "Order of the rows, descending with a leading minus", example = "-updatedAt")
    public @Nullable String sort;

    /** The page asked for. */
    public PageRequest page() {
        Integer rows = null;
        if (limit != null) {
            try {
                rows = Integer.valueOf(limit);
            } catch (NumberFormatException e) {
                throw refused("limit", "must be a number between 1 and " + PageRequest.MAX_LIMIT);
            }
        }
        return PageRequest.of(rows, cursor);
    }

    /** The moment rows must have changed after, the overlap taken off. */
    public @Nullable Instant changedAfter() {
        Instant asked = instant("updatedAfter", updatedAfter);
        return asked == null ? null : asked.minus(OVERLAP);
    }

    /** The order asked for, of those offered; without one the first, or by change for polling clients. */
    public Sort order(List<Sort> offered) {
        return Sort.choose(sort, updatedAfter != null && !updatedAfter.isEmpty(), offered);
    }

    /** A query parameter that is a moment. */
    public static @Nullable Instant instant(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            // An unescaped "+" of a zone offset arrives as a blank.
            Instant moment = OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
            if (!Moments.areStorable(moment)) {
                throw refused(name, "must lie between the years 1 and 9999");
            }
            return moment;
        } catch (DateTimeParseException e) {
            throw refused(name, "must be an RFC 3339 time such as 2026-11-02T08:00:00Z");
        }
    }

    /** A query parameter that is an id. */
    public static @Nullable UUID uuid(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw refused(name, "must be a UUID");
        }
    }

    /** A query parameter that is yes or no. */
    public static @Nullable Boolean flag(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        return switch (value) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw refused(name, "must be true or false");
        };
    }

    /** A query parameter that is one of an enumeration. */
    public static <E extends Enum<E>> @Nullable E oneOf(Class<E> type, String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw refused(name, "must be one of " + Arrays.toString(type.getEnumConstants()));
    }

    /** A query parameter that is text to search for. */
    public static @Nullable String text(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > 254 || !Characters.areOneLine(value)) {
            throw refused(name, "must be one line of at most 254 characters");
        }
        return value.strip();
    }

    private static ProblemException refused(String name, String message) {
        return Problems.badRequest(FieldError.query(name, message));
    }
}
