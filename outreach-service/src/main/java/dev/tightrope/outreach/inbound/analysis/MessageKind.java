package dev.tightrope.outreach.inbound.analysis;

/** What an inbound message is. Only a {@link #PERSONAL} one can be a response. */
public enum MessageKind {
    /** Written by a person. */
    PERSONAL,
    /** Sent by a machine on somebody's behalf: out of office, receipt, list mail (RFC 3834). */
    AUTOMATIC,
    /** A report that our mail could not be delivered, for now or for good (RFC 3464). */
    BOUNCE,
    /** A report that our mail was called unwanted (RFC 5965). */
    COMPLAINT
}
