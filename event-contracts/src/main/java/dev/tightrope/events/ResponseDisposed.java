package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The rep said what a response means.
 *
 * @param ref the outreach it belongs to
 * @param responseId the response
 * @param disposition INTERESTED, PASSED_ON, LATER, DECLINED, NOT_FROM_THEM or OPTED_OUT
 * @param at when
 */
public record ResponseDisposed(OutreachRef ref, UUID responseId, String disposition, Instant at)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
