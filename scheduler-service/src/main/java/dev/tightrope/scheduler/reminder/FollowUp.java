package dev.tightrope.scheduler.reminder;

import dev.tightrope.events.OutreachRef;

/**
 * Something a rep is to do.
 *
 * @param ref the outreach
 * @param version which of its waits, tasks, next steps or losses
 * @param attempt which reminder of it, from 0
 * @param toManagers whether it is for those who manage the rep's team
 */
public record FollowUp(OutreachRef ref, int version, int attempt, boolean toManagers) {
    /** What the rep is told first. */
    public FollowUp(OutreachRef ref, int version) {
        this(ref, version, 0, false);
    }
}
