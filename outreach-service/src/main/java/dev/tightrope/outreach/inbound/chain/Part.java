package dev.tightrope.outreach.inbound.chain;

/** How somebody received a mail. */
public enum Part {
    /** It was written to them. */
    TO,
    /** They got a copy. */
    CC
}
