package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A wait is over and nobody answered: the rep has to follow up. Raised once per wait.
 *
 * @param ref the outreach it belongs to
 * @param waitNumber the wait that is over
 * @param dueAt when it was over
 * @param raisedAt when this was noticed
 */
public record FollowUpDue(OutreachRef ref, int waitNumber, Instant dueAt, Instant raisedAt) implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
