package dev.tightrope.scheduler.reminder;

import dev.tightrope.events.OutreachRef;

/**
 * A wait that is over.
 *
 * @param ref the outreach
 * @param waitNumber which of its waits
 */
public record FollowUp(OutreachRef ref, int waitNumber) {}
