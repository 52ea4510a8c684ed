package dev.tightrope.outreach.inbound.analysis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An inbound message as far as it is needed to match it and to say what it is.
 *
 * @param messageId its own Message-ID with angle brackets
 * @param from first address of From
 * @param recipients addresses of To, Cc and of the fields relays add (Delivered-To, X-Original-To, X-Forwarded-To)
 * @param subject decoded
 * @param sentAt Date field
 * @param references Message-IDs it refers to, the nearest first: In-Reply-To, then References from the last, then
 *     those of a returned message
 * @param kind what it is
 * @param report present for a delivery report
 * @param newText plain text its sender wrote, without the quoted mail; at most {@link MessageReader#MAX_TEXT} characters
 * @param evidence why it is that kind
 */
public record InboundMail(
        @Nullable String messageId,
        @Nullable Party from,
        List<String> recipients,
        @Nullable String subject,
        @Nullable Instant sentAt,
        List<String> references,
        MessageKind kind,
        Optional<DeliveryReport> report,
        String newText,
        List<Evidence> evidence) {}
