package dev.tightrope.outreach.lifecycle;

/** Which days the length of a wait counts. */
public enum DayCount {
    /** All days of the calendar. */
    DAYS,
    /** The days people work where the rep does; an absence of the rep is no reason to count longer. */
    WORKING_DAYS
}
