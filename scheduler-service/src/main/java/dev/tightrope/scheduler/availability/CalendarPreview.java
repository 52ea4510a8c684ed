package dev.tightrope.scheduler.availability;

import dev.tightrope.scheduler.calendar.DayOff;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a wait would be over, and what would come after it as long as nobody does anything.
 *
 * @param zone the zone it is reckoned in
 * @param country the country whose holidays count, if one is known
 * @param over when the length is over
 * @param dueAt when the follow-up would be due
 * @param daysOff the days skipped in between
 * @param moments all moments from the end of the wait on, in order
 */
public record CalendarPreview(
        String zone,
        @Nullable String country,
        Instant over,
        Instant dueAt,
        List<DayOff> daysOff,
        List<FutureMoment> moments) {
    /** What a moment is. */
    public enum MomentKind {
        /** The length is over. */
        WAIT_OVER,
        /** The rep is reminded to follow up. */
        FOLLOW_UP,
        /** The rep is reminded once more. */
        REPEAT,
        /** Whoever manages the team is told. */
        MANAGER
    }

    /**
     * One moment.
     *
     * @param kind what it is
     * @param at when
     * @param why why it is then
     * @param daysOff the days off skipped since the moment before
     */
    public record FutureMoment(MomentKind kind, Instant at, String why, List<DayOff> daysOff) {}
}
