package dev.tightrope.messaging;

/** Why a message is parked. */
enum ParkReason {
    /** It is no event this release can read. */
    UNREADABLE,
    /** Its handler failed, for a reason that waiting does not remove. */
    FAILED,
    /** An earlier message of its key is parked; it takes effect after that one. */
    FOLLOWS,
    /** An earlier event of its key has not arrived yet; it takes effect after that one. */
    GAP,
    /** Its type is unknown to this release; it takes effect when a release that knows it starts. */
    UNKNOWN_TYPE
}
