package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The end of a wait was set.
 *
 * @param ref the outreach it belongs to
 * @param waitNumber the wait
 * @param dueAt when it is over
 */
public record WaitScheduled(OutreachRef ref, int waitNumber, Instant dueAt) implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
