package dev.tightrope.outreach.lifecycle;

/** How the e-mail was announced to the executive. */
public enum PromiseKind {
    /** On the voicemail. */
    VOICEMAIL,
    /** In a conversation. */
    SPOKEN,
    /** In a conversation that ended with a date to meet. */
    MEETING_AGREED,
    /** In a conversation that ended with the name of somebody else. */
    REFERRED;

    /** Whether the sales work starts as soon as the e-mail is out. */
    public boolean engages() {
        return switch (this) {
            case VOICEMAIL, SPOKEN -> false;
            case MEETING_AGREED, REFERRED -> true;
        };
    }
}
