package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;

/**
 * An approved script was changed or its e-mail was reopened; it needs a new approval.
 *
 * @param ref the outreach it belongs to
 * @param reason why
 * @param at when
 */
public record ScriptReopened(OutreachRef ref, String reason, Instant at) implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
