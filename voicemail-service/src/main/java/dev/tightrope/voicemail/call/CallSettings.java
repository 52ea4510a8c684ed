package dev.tightrope.voicemail.call;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/** What can be set about calls. */
@ConfigMapping(prefix = "tightrope.call")
interface CallSettings {
    /** How long an attempt can be undone; zero: not at all. */
    Duration undoWindow();

    /** Unsuccessful attempts of a round after which the rep has to decide how to go on. */
    int maxAttempts();

    /** What each further attempt is like: the second, the third, and so on; the last one goes for all that follow. */
    List<PlanStep> plan();

    /** How often a number is called on a day of its owner's, whichever outreach it is for. */
    int dailyLimitPerNumber();

    /** When the executive may be called, by the clock on their wall. */
    Hours hours();

    /** When to call again, unless the rep says so. */
    AgainAfter againAfter();

    /** Hours of a working day. */
    interface Hours {
        /** When they begin. */
        LocalTime from();

        /** When they end; midnight is the end of the day. */
        LocalTime to();

        /** How long the preferred hours at their beginning and end are. */
        Duration edge();
    }

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
