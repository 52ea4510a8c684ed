package dev.tightrope.outreach.lifecycle;

/** Where an outreach stands. */
public enum OutreachState {
    /** The e-mail is drafted and not yet approved. */
    PREPARING_EMAIL,
    /** The e-mail is locked; homework and script are under way. */
    PREPARING_SCRIPT,
    /** E-mail and script are approved; the executive is to be called. */
    READY_TO_CALL,
    /** The voicemail is recorded, so the e-mail is promised and on its way. */
    SENDING_EMAIL,
    /** The mail server accepted the e-mail; nobody makes contact until the wait is over. */
    AWAITING_RESPONSE,
    /** The wait is over and nobody answered. */
    FOLLOW_UP_DUE,
    /** A person answered; the rep has to say what it means. */
    RESPONDED,
    /** The real sales work started. */
    ENGAGED,
    /** It cannot go on without a decision of the rep. */
    NEEDS_ATTENTION,
    /** It ended; see the outcome. */
    CLOSED
}
