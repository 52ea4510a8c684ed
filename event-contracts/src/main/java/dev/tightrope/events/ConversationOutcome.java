package dev.tightrope.events;

/** What came of a conversation with the executive. */
public enum ConversationOutcome {
    /** The message was said to the executive. */
    SPOKEN,
    /** A meeting was agreed. */
    MEETING_AGREED,
    /** The executive named somebody to turn to. */
    REFERRED
}
