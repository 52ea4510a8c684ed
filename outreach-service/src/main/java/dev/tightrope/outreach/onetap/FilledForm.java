package dev.tightrope.outreach.onetap;

import dev.tightrope.api.FieldError;
import dev.tightrope.api.ProblemException;
import dev.tightrope.api.Problems;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was filled in, to be shown again where something was wrong with it.
 *
 * @param fields what was typed
 * @param wrong names of fields that were filled in wrongly
 */
record FilledForm(MultivaluedMap<String, String> fields, Set<String> wrong) {
    FilledForm(MultivaluedMap<String, String> fields) {
        this(fields, Set.of());
    }

    /** An empty one, with one field set. */
    static FilledForm of(String field, @Nullable String value) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        if (value != null) {
            fields.putSingle(field, value);
        }
        return new FilledForm(fields);
    }

    /** The same with the fields marked that a problem names. */
    FilledForm refused(ProblemException problem) {
        Set<String> marked = new TreeSet<>();
        problem.errors().forEach(error -> marked.add(error.pointer().split("/", 3)[1]));
        return new FilledForm(fields, marked);
    }

    /** What stands in a field; null if nothing does. */
    @Nullable
    String text(String field) {
        String typed = fields.getFirst(field);
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** What stands in a field, else what is likely. */
    String textOr(String field, String likely) {
        String typed = text(field);
        return typed == null ? likely : typed;
    }

    /** The day in a field. */
    @Nullable
    LocalDate day(String field) {
        String typed = text(field);
        if (typed == null) {
            return null;
        }
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw Problems.badRequest(new FieldError("/" + field, "must be a day such as 2026-03-01"));
        }
    }

    /** The constant of an enum a field names; null if it names none. */
    <E extends Enum<E>> @Nullable E choice(String field, Class<E> of) {
        String name = fields.getFirst(field);
        for (E constant : of.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return null;
    }

    /** What a field says; 400 if it says nothing. */
    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Problems.badRequest(new FieldError("/" + field, "is needed"));
        }
        return value;
    }
}
