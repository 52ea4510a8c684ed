package dev.tightrope.events;

/** How a response reached us. */
public enum ResponseChannel {
    /** By e-mail. */
    EMAIL,
    /** By telephone. */
    PHONE,
    /** Face to face. */
    IN_PERSON,
    /** Another way, such as a message service. */
    OTHER
}
