package dev.tightrope.scheduler.outreach;

import dev.tightrope.events.OutreachRef;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What an engaged outreach waits for.
 *
 * @param ref the outreach
 * @param version number of the event that told it
 * @param on the day by which it was to be done
 * @param from since when the outreach has waited for it
 */
public record NextStep(OutreachRef ref, int version, LocalDate on, Instant from) {}
