package dev.tightrope.scheduler.availability;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody's working times as clients write them; what is left out is as usual in their country. */
record WorkingTimesRequest(
        @Nullable Set<DayOfWeek> days,

        @Schema(implementation = String.class, description = "Local time their day begins at", examples = "09:00")
        @Nullable
        LocalTime startsAt,

        @Nullable String country,
        @Nullable String region) {}
