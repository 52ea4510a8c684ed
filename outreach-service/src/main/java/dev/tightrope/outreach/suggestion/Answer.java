package dev.tightrope.outreach.suggestion;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An answer, as far as its meaning depends on it.
 *
 * @param text what its sender wrote or said, without quoted mail
 * @param form how it was written
 * @param fromExecutive whether the executive wrote it, not another person
 * @param returnsOn first day its sender is there again, where a date of return is known
 * @param at when it came, in the rep's zone: dates said in words count from there
 */
public record Answer(
        String text,
        Form form,
        boolean fromExecutive,
        @Nullable LocalDate returnsOn,
        ZonedDateTime at) {

    /** What kind of message it is. */
    public enum Form {
        /** It answers, or came another way than by mail. */
        REPLY,
        /** It passes our mail on. */
        FORWARD,
        /** It asks not to be contacted again, unmistakably. */
        OPT_OUT
    }
}
