package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person at the prospect answered, by whatever channel.
 *
 * @param ref the outreach it belongs to
 * @param responseId the response
 * @param channel how it came
 * @param fromName who
 * @param fromAddress their address
 * @param fromRole their role
 * @param fromExecutive whether it was the executive
 * @param excerpt its first words, at most 280 characters
 * @param receivedAt when
 */
public record ResponseReceived(
        OutreachRef ref,
        UUID responseId,
        ResponseChannel channel,
        @Nullable String fromName,
        @Nullable String fromAddress,
        @Nullable String fromRole,
        boolean fromExecutive,
        @Nullable String excerpt,
        Instant receivedAt)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
