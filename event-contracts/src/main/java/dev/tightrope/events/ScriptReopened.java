package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An approved script was changed or its e-mail was reopened; it needs a new approval.
 *
 * @param ref the outreach it belongs to
 * @param reason why
 * @param at when
 * @param actedBy the person who did it; absent where nobody is known
 */
public record ScriptReopened(
        OutreachRef ref,
        String reason,
        Instant at,
        @Nullable UUID actedBy) implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
