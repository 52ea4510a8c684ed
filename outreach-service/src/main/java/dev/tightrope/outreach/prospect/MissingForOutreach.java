package dev.tightrope.outreach.prospect;

/** What a prospect or executive still lacks before an outreach can be opened. */
public enum MissingForOutreach {
    /** Nobody is recorded as the highest-level manager. */
    EXECUTIVE,
    /** The executive's e-mail address. */
    EXECUTIVE_EMAIL,
    /** The executive's cell phone. */
    EXECUTIVE_PHONE
}
