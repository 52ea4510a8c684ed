package dev.tightrope.voicemail.call;

/** Where an attempt is on its way; undone or void, it stays so. */
public enum AttemptStatus {
    /** Recorded; can be undone until its window is over. */
    RECORDED,
    /** Its window is over and what follows from it was set going. */
    RELEASED,
    /** Undone in time: nothing follows from it. */
    UNDONE,
    /** Its number was found to be somebody else's: what it promised to them is not sent. */
    VOID
}
