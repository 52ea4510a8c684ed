package dev.tightrope.voicemail.call;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** What can be set about calls. */
@ConfigMapping(prefix = "tightrope.call")
interface CallSettings {
    /** How long an attempt can be undone; zero: not at all. */
    Duration undoWindow();

    /** Unsuccessful attempts of a round after which the rep has to decide how to go on. */
    int maxAttempts();

    /** When to call again, unless the rep says so. */
    AgainAfter againAfter();

    /** One time for each outcome after which the executive is called again. */
    interface AgainAfter {
        /** Nobody answered. */
        Duration noAnswer();

        /** The line was busy. */
        Duration busy();

        /** Somebody else answered. */
        Duration assistantAnswered();

        /** The voicemail broke off. */
        Duration voicemailCutOff();
    }
}
