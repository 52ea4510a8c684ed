package dev.tightrope.outreach.prospect;

/** How we learned of a contact. */
public enum Appearance {
    /** A rep recorded them. */
    RECORDED,
    /** They wrote to us. */
    WROTE,
    /** They were in copy of a mail. */
    IN_COPY,
    /** They sent or were sent a forwarded mail. */
    FORWARD_CHAIN,
    /** They called or met one of us. */
    SPOKE,
    /** Somebody referred us to them. */
    REFERRED
}
