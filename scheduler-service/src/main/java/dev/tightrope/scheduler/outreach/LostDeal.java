package dev.tightrope.scheduler.outreach;

import dev.tightrope.events.OutreachRef;
import java.time.Instant;

/**
 * A deal that went to somebody else.
 *
 * @param ref the outreach
 * @param version number of the event that told it
 * @param lostAt when
 */
public record LostDeal(OutreachRef ref, int version, Instant lostAt) {}
