package dev.tightrope.outreach.delivery;

/** How far a conversation with the mail server came. */
enum SmtpPhase {
    /** Connecting, greeting, encryption, sign-in. */
    CONNECT,
    /** MAIL FROM. */
    MAIL,
    /** RCPT TO. */
    RCPT,
    /** DATA, and the content up to the final dot. */
    DATA,
    /** The final dot was sent, or may have been. */
    DOT
}
