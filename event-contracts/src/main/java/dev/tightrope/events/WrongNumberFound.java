package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The number is not the executive's: found out on the phone, or after the attempt promised an e-mail to somebody else.
 *
 * @param ref the outreach it belongs to
 * @param attemptId the call attempt; what it promised is void
 * @param phone the number dialled, E.164
 * @param at when
 * @param actedBy the person who did it; absent where nobody is known
 */
public record WrongNumberFound(
        OutreachRef ref,
        UUID attemptId,
        String phone,
        Instant at,
        @Nullable UUID actedBy) implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
