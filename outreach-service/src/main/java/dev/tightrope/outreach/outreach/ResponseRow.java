package dev.tightrope.outreach.outreach;

import dev.tightrope.events.ForwardHop;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.ResponseChannel;
import dev.tightrope.events.ResponseReceived;
import dev.tightrope.events.SuggestedDisposition;
import dev.tightrope.outreach.suggestion.Suggestion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a person at the prospect said to us.
 *
 * @param id the response
 * @param outreachId the outreach
 * @param round round it came in
 * @param channel how it came
 * @param fromName who
 * @param fromAddress their address
 * @param fromPhone their number, E.164
 * @param fromRole their role
 * @param fromExecutive whether it was the executive
 * @param contactId the contact they are recorded as
 * @param text what they said
 * @param receivedAt when
 * @param inboundMessageId the stored message it was read from
 * @param recordedBy the rep who recorded it
 * @param moved whether it moved the outreach
 * @param suggestedDisposition what it seems to mean, for the rep to confirm or correct; absent where it says nothing
 * @param disposition what it means; SETTLED if another response decided
 * @param disposedAt when that was said
 * @param disposedBy who said it
 * @param createdAt when it was recorded
 * @param updatedAt when it last changed
 */
record ResponseRow(
        UUID id,
        UUID outreachId,
        int round,
        ResponseChannel channel,
        @Nullable String fromName,
        @Nullable String fromAddress,
        @Nullable String fromPhone,
        @Nullable String fromRole,
        boolean fromExecutive,
        @Nullable UUID contactId,
        String text,
        Instant receivedAt,
        @Nullable UUID inboundMessageId,
        @Nullable UUID recordedBy,
        boolean moved,
        @Nullable Suggestion suggestedDisposition,

        @Schema(enumeration = {"INTERESTED", "PASSED_ON", "LATER", "DECLINED", "NOT_FROM_THEM", "OPTED_OUT", "SETTLED"})
        @Nullable
        String disposition,

        @Nullable Instant disposedAt,
        @Nullable UUID disposedBy,
        Instant createdAt,
        Instant updatedAt) {
    private static final int EXCERPT = 280;

    ResponseReceived event(OutreachRef ref, @Nullable String closedAs, List<ForwardHop> forwardChain) {
        return new ResponseReceived(
                ref,
                id,
                channel,
                fromName,
                fromAddress,
                fromRole,
                fromExecutive,
                shortened(EXCERPT),
                receivedAt,
                suggestedDisposition == null ? null : told(suggestedDisposition),
                closedAs,
                shortened(ResponseReceived.LONGEST_TEXT),
                forwardChain);
    }

    /** Never cut between the two halves of a character beyond the basic plane. */
    private String shortened(int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    private static SuggestedDisposition told(Suggestion suggestion) {
        return new SuggestedDisposition(
                suggestion.disposition().name(),
                suggestion.until(),
                suggestion.wholeCompany() ? Boolean.TRUE : null,
                suggestion.confidence(),
                suggestion.evidence());
    }

    /** Who it came from, in words. */
    String from() {
        if (fromName != null) {
            return fromName;
        }
        if (fromAddress != null) {
            return fromAddress;
        }
        return fromPhone == null ? "somebody at the company" : fromPhone;
    }
}
