package dev.tightrope.outreach.inbound.analysis.quotes;

import dev.tightrope.outreach.inbound.analysis.quotes.Line.Mark;
import org.jspecify.annotations.Nullable;

/**
 * Where a quoted message begins, and what stands above it.
 *
 * @param end the line its text begins with
 * @param separator the most telling of the separators above it
 * @param mark what the HTML says
 * @param phrase whether a phrase of an unknown language stands above the header block, in the quote
 * @param depth how often the header block is quoted
 * @param confidence from 0 to 1, that a message begins here
 */
record Start(
        int end,
        Kind kind,
        Separators.@Nullable Kind separator,
        Mark mark,
        boolean phrase,
        int depth,
        Head head,
        double confidence) {
    /** What the beginning was seen by. */
    enum Kind {
        HEADERS("header-block"),
        ATTRIBUTION("attribution"),
        SEPARATOR("separator"),
        MARKUP("quote-markup"),
        QUOTE_MARKS("quote-marks");

        private final String rule;

        Kind(String rule) {
            this.rule = rule;
        }

        String rule() {
            return rule;
        }
    }

    static Start ofQuoteMarks(int end, int depth) {
        return new Start(end, Kind.QUOTE_MARKS, null, Mark.NONE, false, depth, Head.NONE, 0.6);
    }
}
