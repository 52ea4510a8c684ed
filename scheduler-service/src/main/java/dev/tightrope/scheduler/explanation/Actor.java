package dev.tightrope.scheduler.explanation;

/** Whose turn it is. */
public enum Actor {
    /** The rep who owns the outreach. */
    REP,
    /** Who manages the rep's team. */
    MANAGER,
    /** Who runs the system. */
    ADMIN,
    /** The people at the prospect. */
    PROSPECT,
    /** Tightrope itself. */
    TIGHTROPE,
    /** Nobody: there is nothing to do. */
    NOBODY
}
