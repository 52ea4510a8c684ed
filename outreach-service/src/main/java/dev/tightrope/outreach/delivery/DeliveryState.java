package dev.tightrope.outreach.delivery;

/** Where a mail stands on its way to the mail server. */
public enum DeliveryState {
    /** Waits for a worker. */
    QUEUED,
    /** A worker talks to the mail server about it; the dot is not sent. */
    CLAIMED,
    /** On record just before the final dot: from here on it may be out. */
    DOT_SENDING,
    /** The mail server took it. */
    SENT,
    /** Not taken for now; tried again. */
    TEMPORARY,
    /** Not taken for good. */
    PERMANENT,
    /** Nobody knows whether it was taken; never sent again by itself. */
    UNKNOWN,
    /** Withdrawn before the dot. */
    CANCELLED
}
