package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The executive's address or number was corrected.
 *
 * @param ref the outreach it belongs to
 * @param executive as it is now
 * @param at when
 */
public record ExecutiveCorrected(OutreachRef ref, ExecutiveFacts executive, Instant at) implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
