package dev.tightrope.events;

import java.time.Instant;
import java.util.List;
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
 * @param newText what they wrote or said, lines kept, at most {@value #LONGEST_TEXT} characters; personal data
 * @param forwardChain the way our mails took, as far as it is known by now: the newest {@value #MOST_HOPS} steps
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
        @Nullable String closedAs,
        @Nullable String newText,
        @Nullable List<ForwardHop> forwardChain)
        implements TightropeEvent {
    /** Characters of the new text; whoever needs all of a longer one reads the response. */
    public static final int LONGEST_TEXT = 4000;

    /** Steps of the forward chain. */
    public static final int MOST_HOPS = 20;

    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
