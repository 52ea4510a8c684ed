package dev.tightrope.scheduler.availability;

import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.calendar.WorkingTimes;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's working times as the API shows them.
 *
 * @param personId whose
 * @param zone their time zone, from the profile
 * @param days the days of the week they work on; absent where it is those of their country
 * @param startsAt when their day begins; absent where it is the usual morning
 * @param country whose holidays count; absent where none is known
 * @param region of that country; absent for the holidays of the whole country or most of it
 */
public record WorkingTimesView(
        UUID personId,
        String zone,
        @Nullable List<DayOfWeek> days,

        @Schema(implementation = String.class, description = "Local time their day begins at", examples = "09:00")
        @Nullable
        LocalTime startsAt,

        @Nullable String country,
        @Nullable String region) {
    static WorkingTimesView of(UUID personId, WorkingPlace place) {
        WorkingTimes times = place.times();
        return new WorkingTimesView(
                personId,
                place.zone().getId(),
                times.days().isEmpty() ? null : times.days().stream().sorted().toList(),
                times.startsAt(),
                place.country(),
                times.region());
    }
}
