package dev.tightrope.voicemail.call;

/** Where an attempt is on its way; only the first can be left, and only once. */
public enum AttemptStatus {
    /** Recorded; can be undone until its window is over. */
    RECORDED,
    /** Its window is over and what follows from it was set going. */
    RELEASED,
    /** Undone in time: nothing follows from it. */
    UNDONE
}
