package dev.tightrope.voicemail.call;

/** When to call again somebody who was not reached. */
enum PlanStep {
    /** As soon as the pause is over and they may be called. */
    SOON,
    /** At the other end of their day: whoever is in a meeting every morning is not in the evening. */
    ANOTHER_HOUR,
    /** On a day on which they were not called yet. */
    ANOTHER_DAY
}
