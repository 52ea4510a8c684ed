package dev.tightrope.outreach.inbound.analysis.automatic;

import java.time.LocalDate;

/**
 * A date found in a text.
 *
 * @param date it
 * @param first the same, or of several weeks the Monday of the first
 * @param start of its words
 * @param end of its words
 * @param kind how exactly it was told
 */
record NamedDate(LocalDate date, LocalDate first, int start, int end, Kind kind) {
    /** What was named. */
    enum Kind {
        /** A day with its month. */
        DAY,
        /** A month with its year; the date is its first day. */
        MONTH,
        /** A day of the week; the date is the next such day. */
        WEEKDAY,
        /** Tomorrow, or a day of the month without its name; the date is the next such day. */
        RELATIVE,
        /** A calendar week; the date is its Monday. */
        WEEK,
        /** Several calendar weeks; the date is the Monday of the last. */
        WEEKS
    }

    NamedDate(LocalDate date, int start, int end, Kind kind) {
        this(date, date, start, end, kind);
    }

    boolean weekday() {
        return kind == Kind.WEEKDAY;
    }

    /** Whether it counts only where no day with its month does. */
    boolean vague() {
        return kind == Kind.WEEKDAY || kind == Kind.RELATIVE || kind == Kind.MONTH;
    }
}
