package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A late response reopened a closed outreach.
 *
 * @param ref the outreach it belongs to
 * @param closedAs outcome it had been closed with
 * @param at when
 */
public record OutreachReopened(OutreachRef ref, String closedAs, Instant at) implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
