package dev.tightrope.scheduler.timer;

import java.time.Instant;

/**
 * Why no timer fires at present.
 *
 * @param heldSince when the jump was noticed
 * @param jumpSeconds how far the clock jumped, negative for backwards
 */
record ClockHold(Instant heldSince, long jumpSeconds) {}
