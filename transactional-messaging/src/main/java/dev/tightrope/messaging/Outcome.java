package dev.tightrope.messaging;

/** What became of a message that arrived. */
enum Outcome {
    /** Its handlers ran. */
    HANDLED,
    /** Nobody here reacts to its type. */
    NOT_SUBSCRIBED,
    /** A type of a later release; kept until this service knows it. */
    UNKNOWN_TYPE,
    /** It had arrived before. */
    DUPLICATE,
    /** Later events of its key had taken effect before it; passed over. */
    OLDER,
    /** It could not take effect yet and is kept. */
    PARKED
}
