package dev.tightrope.outreach.inbound.analysis;

/** Why a machine wrote. */
public enum AutomaticKind {
    /** Somebody is away, or has left. */
    OUT_OF_OFFICE,
    /** An answer without a person behind it: a receipt, a ticket number. */
    AUTO_REPLY,
    /** Sent without being asked: notifications, lists, reports that mail arrived. */
    AUTO_GENERATED,
    /** The sender is asked to prove to be a person before the mail is delivered. */
    CHALLENGE_RESPONSE
}
