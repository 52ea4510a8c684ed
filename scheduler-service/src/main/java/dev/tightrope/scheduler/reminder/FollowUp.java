package dev.tightrope.scheduler.reminder;

import dev.tightrope.events.OutreachRef;

/**
 * Something a rep is to follow up.
 *
 * @param ref the outreach
 * @param version which of its waits, next steps or losses
 */
public record FollowUp(OutreachRef ref, int version) {}
