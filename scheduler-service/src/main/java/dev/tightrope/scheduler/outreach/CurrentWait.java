package dev.tightrope.scheduler.outreach;

import dev.tightrope.events.DayCount;
import dev.tightrope.events.OutreachRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wait an outreach is in.
 *
 * @param ref the outreach
 * @param number which of its waits
 * @param from moment it counts from
 * @param length ISO 8601, null with a fixed end
 * @param countedIn which days the length counts
 * @param until fixed end, null with a length
 */
public record CurrentWait(
        OutreachRef ref,
        int number,
        Instant from,
        @Nullable String length,
        DayCount countedIn,
        @Nullable Instant until) {}
