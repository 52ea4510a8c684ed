package dev.tightrope.outreach.delivery;

/** What came of a conversation with the mail server. */
enum AttemptOutcome {
    /** The server took the mail. */
    ACCEPTED,
    /** The server refused it, and asks for another attempt. */
    REFUSED_FOR_NOW,
    /** The server will not take it. */
    REFUSED_FOR_GOOD,
    /** The connection ended while the server had no mail to take. */
    LOST_BEFORE_DOT,
    /** The connection ended when the server may have had the mail. */
    LOST_AFTER_DOT,
    /** We did not let it go after all. */
    HELD_BACK
}
