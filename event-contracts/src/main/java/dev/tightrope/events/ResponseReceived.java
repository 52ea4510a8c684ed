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
 * @param suggestedDisposition what it seems to mean, if that can be read from it
 * @param closedAs how the outreach ended, if it is closed and stays so: WON, LOST, DECLINED or OPTED_OUT
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
        Instant receivedAt,
        @Nullable SuggestedDisposition suggestedDisposition,
        @Nullable String closedAs)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
