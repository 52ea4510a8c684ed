package dev.tightrope.outreach.inbound.chain;

/** Which side of the chain somebody stands on. */
public enum PersonKind {
    /** One of us. */
    OURS,
    /** Whom our mail went to. */
    EXECUTIVE,
    /** Anybody else in it. */
    CONTACT
}
