package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Every question of the homework is answered.
 *
 * @param ref the outreach it belongs to
 * @param pain the pain found, in the prospect's words
 * @param at when
 */
public record HomeworkCompleted(OutreachRef ref, String pain, Instant at) implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
