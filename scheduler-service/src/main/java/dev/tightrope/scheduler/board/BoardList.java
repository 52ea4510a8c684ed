package dev.tightrope.scheduler.board;

/** What the board counts of each rep. */
public enum BoardList {
    /** Every open outreach holds its company, from its opening to its closure. */
    COMPANIES_HELD,
    /** A call could be made, the rep was reminded, and nobody made it. */
    CALLS_OVERDUE,
    /** A wait is over, and the rep has not decided how it goes on. */
    FOLLOW_UPS_OVERDUE,
    /** Engaged, and no next step is planned or the planned one is overdue. */
    WITHOUT_NEXT_STEP,
    /** Somebody the mail was passed on to has answered, or the rep said so. */
    FORWARDED
}
