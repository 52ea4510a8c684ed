package dev.tightrope.outreach.inbound.analysis.automatic;

import java.time.LocalDate;

/**
 * A date found in a text.
 *
 * @param date it
 * @param start of its words
 * @param end of its words
 * @param kind how exactly it was told
 */
record NamedDate(LocalDate date, int start, int end, Kind kind) {
    /** What was named. */
    enum Kind {
        /** A day with its month. */
        DAY,
        /** A day of the week; the date is the next such day. */
        WEEKDAY,
        /** A calendar week; the date is its Monday. */
        WEEK,
        /** Several calendar weeks; the date is the Monday of the last. */
        WEEKS
    }

    boolean weekday() {
        return kind == Kind.WEEKDAY;
    }
}
