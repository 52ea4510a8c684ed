package dev.tightrope.scheduler.timer;

import dev.tightrope.scheduler.timer.TimersResource.TimerState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A timer as the API shows it.
 *
 * @param id the timer
 * @param outreachId its outreach
 * @param round its round
 * @param kind what it is for
 * @param waitNumber the wait it belongs to; absent for other kinds
 * @param dueAt when it is due
 * @param state PENDING, or how it ended
 * @param endedAt when it ended
 * @param updatedAt when anything of it changed last
 */
public record TimerView(
        UUID id,
        UUID outreachId,
        int round,
        TimerKind kind,
        @Nullable Integer waitNumber,
        Instant dueAt,
        TimerState state,
        @Nullable Instant endedAt,
        Instant updatedAt) {}
