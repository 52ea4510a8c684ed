package dev.tightrope.events;

/** What kind of value a suppression holds. */
public enum SuppressionKind {
    /** An e-mail address. */
    EMAIL,
    /** A telephone number, E.164. */
    PHONE,
    /** A mail domain with every address in it. */
    DOMAIN
}
