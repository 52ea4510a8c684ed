package dev.tightrope.outreach.inbound.analysis.quotes;

/** How a message came to stand inside another. */
public enum How {
    /** Passed on to somebody else. */
    FORWARDED,
    /** Quoted in an answer to it. */
    REPLIED_TO
}
