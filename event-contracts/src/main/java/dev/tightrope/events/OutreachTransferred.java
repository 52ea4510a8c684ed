package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outreach was handed over to another rep. Approvals that had not led to an e-mail yet are void.
 *
 * @param ref the outreach it belongs to, with its new owner and team
 * @param fromOwnerId rep who owned it before
 * @param reason why
 * @param at when
 * @param actedBy the person who did it
 */
public record OutreachTransferred(
        OutreachRef ref,
        UUID fromOwnerId,
        String reason,
        Instant at,
        @Nullable UUID actedBy) implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
