package dev.tightrope.scheduler.explanation;

import dev.tightrope.scheduler.calendar.DayOff;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing happens in an outreach, and what comes next.
 *
 * @param outreachId the outreach
 * @param state where it stands; absent until one of its moves is known
 * @param since since when
 * @param blockedBy what has to change first
 * @param besides what else is in the way, of it or of its mails
 * @param next what happens by itself, the earliest first
 */
public record Explanation(
        UUID outreachId,

        @Schema(
                enumeration = {
                    "PREPARING_EMAIL",
                    "PREPARING_SCRIPT",
                    "READY_TO_CALL",
                    "SENDING_EMAIL",
                    "AWAITING_RESPONSE",
                    "FOLLOW_UP_DUE",
                    "RESPONDED",
                    "ENGAGED",
                    "NEEDS_ATTENTION",
                    "CLOSED"
                })
        @Nullable
        String state,

        @Nullable Instant since,
        Reason blockedBy,
        List<Reason> besides,
        List<Moment> next) {
    /** What happens. */
    public enum Happening {
        WAIT,
        FOLLOW_UP,
        CALL_DUE,
        DISPOSITION,
        NEXT_STEP,
        NEXT_STEP_ESCALATION,
        RETURN,
        /** A mail that is queued is sent. */
        MAIL
    }

    /**
     * Something that is in the way.
     *
     * @param code which rule
     * @param actor who has to act
     * @param text the same in the caller's language
     * @param since since when, where that is known
     */
    public record Reason(
            Rule code, Actor actor, String text, @Nullable Instant since) {}

    /**
     * Something that happens by itself.
     *
     * @param at when
     * @param kind the timer that is due, or that a mail is sent
     * @param reminderId the reminder that is sent; absent for a timer
     * @param attempt which reminder of the same, from 0; only for timers
     * @param text what happens, in the caller's language
     * @param daysOff the days off right before it, because of which it is not earlier
     * @param heldBy what it waits for although its time comes
     */
    public record Moment(
            Instant at,
            Happening kind,
            @Nullable UUID reminderId,
            @Nullable Integer attempt,
            String text,
            List<DayOff> daysOff,
            @Nullable Rule heldBy) {}
}
