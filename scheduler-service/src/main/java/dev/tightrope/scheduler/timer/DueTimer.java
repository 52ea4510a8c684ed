package dev.tightrope.scheduler.timer;

import dev.tightrope.events.OutreachRef;
import java.time.Instant;

/**
 * A timer that was claimed because it is due.
 *
 * @param kind what it is for
 * @param ref its outreach
 * @param version the wait, task, next step or loss it belongs to
 * @param attempt which of its reminders, from 0
 * @param dueAt when it was due
 * @param current whether that is still what the outreach waits for; otherwise it is stale and tells nobody
 */
record DueTimer(TimerKind kind, OutreachRef ref, int version, int attempt, Instant dueAt, boolean current) {}
