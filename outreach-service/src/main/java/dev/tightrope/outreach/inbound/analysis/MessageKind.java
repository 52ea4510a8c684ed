package dev.tightrope.outreach.inbound.analysis;

/** What an inbound message is. */
public enum MessageKind {
    /** A person answers. */
    REPLY,
    /** A person passes a message on. */
    FORWARD,
    /** Sent by a machine on somebody's behalf: out of office, receipt, notification (RFC 3834). */
    AUTOMATIC,
    /** A report that our mail could not be delivered, for now or for good (RFC 3464). */
    BOUNCE,
    /** A report that our mail was called unwanted (RFC 5965). */
    COMPLAINT,
    /** A person asks not to be contacted again, and says nothing that could mean anything else. */
    OPT_OUT,
    /** Nothing in the message itself says that it answers or passes on another; matching may know better. */
    UNRELATED;

    /** Whether a person wrote it: only then can it be a response. */
    public boolean byPerson() {
        return this == REPLY || this == FORWARD || this == OPT_OUT || this == UNRELATED;
    }
}
