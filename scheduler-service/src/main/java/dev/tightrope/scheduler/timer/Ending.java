package dev.tightrope.scheduler.timer;

/** How a timer ended. */
enum Ending {
    /** It was due and what waited for it was told. */
    FIRED,
    /** The outreach left the state the timer runs in; a resumed wait has a number of its own. */
    PAUSED,
    /** The outreach was closed. */
    CANCELLED,
    /** A later wait took its place. */
    REPLACED,
    /** It was due, but what it waited for had moved on. */
    STALE
}
