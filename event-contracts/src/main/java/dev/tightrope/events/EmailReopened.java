package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A locked e-mail was reopened; approvals that followed it are void.
 *
 * @param ref the outreach it belongs to
 * @param emailVersion version that was locked
 * @param reason why
 * @param at when
 * @param actedBy the person who did it; absent where nobody is known
 */
public record EmailReopened(
        OutreachRef ref,
        int emailVersion,
        String reason,
        Instant at,
        @Nullable UUID actedBy) implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
