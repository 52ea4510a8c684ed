package dev.tightrope.scheduler.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a wait would be over.
 *
 * @param zone the zone asked for
 * @param country the country whose holidays count, if one is known
 * @param over when the length is over
 * @param dueAt when the follow-up would be due
 * @param daysOff the days skipped in between
 */
public record CalendarPreview(
        String zone, @Nullable String country, Instant over, Instant dueAt, List<DayOff> daysOff) {
    /** A day nobody works, and why. */
    public record DayOff(LocalDate day, String reason) {}
}
