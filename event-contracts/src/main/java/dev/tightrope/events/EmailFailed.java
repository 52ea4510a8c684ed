package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The e-mail of a round was refused for good, or whether it was accepted is unknown.
 *
 * @param ref the outreach it belongs to
 * @param outcomeUnknown true when the connection was lost after the final dot
 * @param smtpReply last reply of the server
 * @param reason in words
 * @param at when
 */
public record EmailFailed(
        OutreachRef ref, boolean outcomeUnknown, @Nullable String smtpReply, String reason, Instant at)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
