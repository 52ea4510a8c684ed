package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The number is not the executive's.
 *
 * @param ref the outreach it belongs to
 * @param attemptId the call attempt
 * @param phone the number dialled, E.164
 * @param at when
 */
public record WrongNumberFound(OutreachRef ref, UUID attemptId, String phone, Instant at) implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
