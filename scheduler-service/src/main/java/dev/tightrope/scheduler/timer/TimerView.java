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
 * @param waitNumber the wait it belongs to; only for WAIT and FOLLOW_UP
 * @param attempt which of the reminders it raises: 0 the first, then the repeats, the last one to the manager
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
        int attempt,
        Instant dueAt,
        TimerState state,
        @Nullable Instant endedAt,
        Instant updatedAt) {}
