package dev.tightrope.local;

import java.util.Locale;

/** The three services. */
public enum Service {
    /** People, prospects, stories, outreaches, the mail. */
    OUTREACH,
    /** Scripts, homework, calls. */
    VOICEMAIL,
    /** Timers and reminder mails. */
    SCHEDULER;

    /** Its database, and the role that owns it. */
    public String database() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its module's name. */
    public String module() {
        return database() + "-service";
    }
}
