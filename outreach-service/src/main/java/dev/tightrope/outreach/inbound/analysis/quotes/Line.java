package dev.tightrope.outreach.inbound.analysis.quotes;

/**
 * A line of a body.
 *
 * @param depth how often it is quoted
 * @param text without its quote marks
 * @param marks the quote marks as written
 */
record Line(int depth, String text, Mark mark, String marks) {
    Line(int depth, String text, Mark mark) {
        this(depth, text, mark, "");
    }

    /** What the HTML around a line says of it. */
    enum Mark {
        NONE,
        /** A line is drawn here. */
        RULE,
        /** A quoted message begins. */
        QUOTE,
        /** A forwarded message begins. */
        FORWARD,
        /** Says who wrote the quote below. */
        ATTRIBUTION,
        /** Part of the sender's signature. */
        SIGNATURE
    }

    static Line of(int depth, String text) {
        return new Line(depth, text, Mark.NONE);
    }

    boolean blank() {
        return text.isEmpty();
    }
}
