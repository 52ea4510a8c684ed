package dev.tightrope.outreach.mailbox;

/** Whether an account can be used. */
public enum AccountStatus {
    /** As far as is known. */
    ACTIVE,
    /** The server or the token endpoint no longer accepts what is stored. */
    NEEDS_SIGN_IN,
    /** Its mailbox could not be read for some time, for another reason; it is tried again and again. */
    NOT_READ
}
