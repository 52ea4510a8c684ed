package dev.tightrope.events;

/** Which days a length in days counts. */
public enum DayCount {
    /** All days of the calendar. */
    DAYS,
    /** The days people work where the rep does; an absence of the rep is no reason to count longer. */
    WORKING_DAYS
}
