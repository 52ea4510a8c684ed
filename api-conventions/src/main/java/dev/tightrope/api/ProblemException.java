package dev.tightrope.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A refusal that reaches the client as problem+json (RFC 9457); thrown inside a transaction it rolls that back. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String title;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> members;

    /**
     * Most callers use {@link Problems}.
     *
     * @param code stable, kebab-case, for programs
     * @param title the same for every problem of this code
     * @param detail what was wrong this time and what to do
     * @param members further members of the problem, such as who holds a company
     */
    public ProblemException(
            int status,
            String code,
            String title,
            String detail,
            List<FieldError> errors,
            Map<String, ? extends Object> members) {
        super(detail);
        this.status = status;
        this.code = code;
        this.title = title;
        this.errors = List.copyOf(errors);
        this.members = new LinkedHashMap<>(members);
    }

    /** A problem without field errors or further members. */
    public ProblemException(int status, String code, String title, String detail) {
        this(status, code, title, detail, List.of(), Map.of());
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The stable code programs decide by. */
    public String code() {
        return code;
    }

    /** What this code means, in a few words. */
    public String title() {
        return title;
    }

    /** What was wrong this time. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Which fields were wrong; may be empty. */
    public List<FieldError> errors() {
        return errors;
    }

    /** Further members of the problem; may be empty. */
    public Map<String, Object> members() {
        return Map.copyOf(members);
    }
}
