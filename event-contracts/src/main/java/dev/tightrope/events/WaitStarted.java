package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Silence begins or goes on: nobody makes contact until it is over. A later wait number replaces an earlier one.
 *
 * @param ref the outreach it belongs to
 * @param waitNumber counts the waits of the outreach, from 1
 * @param from moment the wait counts from
 * @param length ISO 8601: a period in days ends on a working morning, a duration in hours or less exactly then
 * @param until fixed end instead of a length
 * @param cause what started it, in words
 * @param countedIn which days the length counts; absent for all days
 */
public record WaitStarted(
        OutreachRef ref,
        int waitNumber,
        Instant from,
        @Nullable String length,
        @Nullable Instant until,
        String cause,
        @Nullable DayCount countedIn)
        implements TightropeEvent {
    /** A wait that counts all days. */
    public WaitStarted(
            OutreachRef ref,
            int waitNumber,
            Instant from,
            @Nullable String length,
            @Nullable Instant until,
            String cause) {
        this(ref, waitNumber, from, length, until, cause, null);
    }

    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
