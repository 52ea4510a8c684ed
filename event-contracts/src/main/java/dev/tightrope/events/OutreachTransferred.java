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
 * @param fromOwnerName name of the rep who owned it before
 * @param transferId the same for all that were handed over at once
 * @param together how many that were
 */
public record OutreachTransferred(
        OutreachRef ref,
        UUID fromOwnerId,
        String reason,
        Instant at,
        @Nullable UUID actedBy,
        @Nullable String fromOwnerName,
        @Nullable UUID transferId,
        @Nullable Integer together)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
