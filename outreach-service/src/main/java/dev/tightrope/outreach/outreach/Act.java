package dev.tightrope.outreach.outreach;

/** What a link to an outreach lets its holder do. */
public enum Act {
    /** Wait longer. */
    EXTEND,
    /** Begin a new round. */
    CALL_AGAIN,
    /** Record an answer that came by phone or in person. */
    ANSWERED,
    /** Plan the next step of an engagement. */
    NEXT_STEP,
    /** Close it. */
    CLOSE
}
