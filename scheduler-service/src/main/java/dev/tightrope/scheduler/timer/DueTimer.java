package dev.tightrope.scheduler.timer;

import dev.tightrope.events.OutreachRef;
import java.time.Instant;

/**
 * A timer that was claimed because it is due.
 *
 * @param ref its outreach
 * @param version the wait it belongs to
 * @param dueAt when it was due
 * @param current whether the outreach still waits in that wait; otherwise it is stale and tells nobody
 */
record DueTimer(OutreachRef ref, int version, Instant dueAt, boolean current) {}
