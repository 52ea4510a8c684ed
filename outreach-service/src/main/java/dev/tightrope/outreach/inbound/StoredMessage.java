package dev.tightrope.outreach.inbound;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tightrope.outreach.inbound.analysis.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An inbound message as the API shows it.
 *
 * @param id the message
 * @param source mailbox or {@code api}
 * @param messageId its Message-ID
 * @param fromName display name of its sender
 * @param fromAddress address of its sender
 * @param subject decoded
 * @param kind REPLY, FORWARD, OPT_OUT, AUTOMATIC, BOUNCE, COMPLAINT, UNRELATED or OWN_COPY
 * @param outreachId the outreach it belongs to, if one was found
 * @param responseId the response it became
 * @param newText what its sender wrote, without quotes
 * @param evidence why it is of that kind and belongs there
 * @param suggestions outreaches of yours it may belong to, where it was not clear
 * @param sentAt its Date field
 * @param receivedAt when it was taken in
 * @param updatedAt when anything of it changed last
 */
public record StoredMessage(
        UUID id,
        String source,
        @Nullable String messageId,
        @Nullable String fromName,
        @Nullable String fromAddress,
        @Nullable String subject,

        @Schema(
                enumeration = {
                    "REPLY",
                    "FORWARD",
                    "OPT_OUT",
                    "AUTOMATIC",
                    "BOUNCE",
                    "COMPLAINT",
                    "UNRELATED",
                    "OWN_COPY"
                })
        String kind,

        @Nullable UUID outreachId,
        @Nullable UUID responseId,
        @JsonProperty("newText") String newText,
        List<Evidence> evidence,
        List<MatchSuggestion> suggestions,
        @Nullable Instant sentAt,
        Instant receivedAt,
        Instant updatedAt) {}
