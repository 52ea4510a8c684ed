package dev.tightrope.outreach.inbound.analysis.quotes;

/**
 * A line of a body.
 *
 * @param depth how often it is quoted
 * @param text without its quote marks; an address that HTML hides behind a name stands beside the name
 * @param marks the quote marks as written
 * @param shown the text as a reader sees it, without hidden addresses
 */
record Line(int depth, String text, Mark mark, String marks, String shown) {
    Line(int depth, String text, Mark mark, String marks) {
        this(depth, text, mark, marks, text);
    }

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
