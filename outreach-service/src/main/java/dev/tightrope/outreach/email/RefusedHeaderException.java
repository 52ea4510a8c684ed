package dev.tightrope.outreach.email;

/** A text that would break out of the mail header it was meant for. */
public class RefusedHeaderException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;

    RefusedHeaderException(String field) {
        super(field + " holds a line break or control character; remove it");
        this.field = field;
    }

    /** Header field the text was meant for. */
    public String field() {
        return field;
    }
}
