package dev.tightrope.scheduler.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody works otherwise than people in their country do.
 *
 * @param days the days of the week they work on; none for those of their country
 * @param startsAt when their working day begins; null for the morning of this service
 * @param country whose holidays count, ISO 3166-1 alpha-2; null for that of their profile
 * @param region of that country, ISO 3166-2; null for the holidays of the whole country or most of it
 */
public record WorkingTimes(
        Set<DayOfWeek> days,
        @Nullable LocalTime startsAt,
        @Nullable String country,
        @Nullable String region) {
    /** Nothing else. */
    public static final WorkingTimes OF_THE_COUNTRY = new WorkingTimes(Set.of(), null, null, null);
}
