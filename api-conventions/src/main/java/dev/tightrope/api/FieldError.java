package dev.tightrope.api;

/**
 * One thing wrong in a request: where, and what to do about it.
 *
 * @param pointer a JSON pointer into the body such as {@code /email}; {@code ?name} for a query parameter,
 *     {@code {name}} for a path parameter, {@code name:} for a header
 * @param message reads after the field's name, such as "must be an e-mail address"
 */
public record FieldError(String pointer, String message) {
    /** An error in a query parameter. */
    public static FieldError query(String name, String message) {
        return new FieldError("?" + name, message);
    }

    /** An error in a path parameter. */
    public static FieldError path(String name, String message) {
        return new FieldError("{" + name + "}", message);
    }

    /** An error in a request header. */
    public static FieldError header(String name, String message) {
        return new FieldError(name + ":", message);
    }
}
