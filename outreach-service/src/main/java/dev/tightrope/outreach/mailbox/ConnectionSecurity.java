package dev.tightrope.outreach.mailbox;

/** Encryption of a connection; certificates are verified. */
public enum ConnectionSecurity {
    /** From the first byte. */
    TLS,
    /** Begun in the clear, then encrypted; refused if the server cannot. */
    STARTTLS,
    /** None: only where private hosts are allowed. */
    NONE
}
