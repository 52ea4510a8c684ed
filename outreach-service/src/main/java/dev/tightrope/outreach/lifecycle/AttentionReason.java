package dev.tightrope.outreach.lifecycle;

/** Why an outreach cannot go on by itself. */
public enum AttentionReason {
    /** The accepted e-mail came back for good. */
    HARD_BOUNCE,
    /** The mail server refused the e-mail for good. */
    REFUSED,
    /** The connection was lost after the final dot: nobody knows whether the e-mail was accepted. */
    OUTCOME_UNKNOWN,
    /** The number is not the executive's. */
    WRONG_NUMBER,
    /** Called as often as planned, and nobody could take the message. */
    NOT_REACHED,
    /** The executive's address or number is suppressed. */
    SUPPRESSED,
    /** The story may not be told any more. */
    PERMISSION_ENDED,
    /** The story is about the company itself. */
    STORY_ABOUT_THEM,
    /** Script or voicemail promised another e-mail than the one that is locked. */
    PROMISE_MISMATCH,
    /** Somebody else holds the company. */
    COMPANY_HELD
}
