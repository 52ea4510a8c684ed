package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;

/**
 * An engagement was a mistake; the outreach is back where it was.
 *
 * @param ref the outreach it belongs to
 * @param at when
 */
public record EngagementWithdrawn(OutreachRef ref, Instant at) implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
