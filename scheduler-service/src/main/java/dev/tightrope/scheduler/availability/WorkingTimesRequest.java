package dev.tightrope.scheduler.availability;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody's working times as clients write them; what is left out is as usual in their country. */
record WorkingTimesRequest(
        @Nullable Set<DayOfWeek> days,
        @Nullable LocalTime startsAt,
        @Nullable String country,
        @Nullable String region) {}
