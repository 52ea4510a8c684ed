package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message may belong to the outreach: its timers and calls wait until somebody says so or not.
 *
 * @param ref the outreach it may belong to
 * @param suggestionId the suggestion
 * @param messageId the message
 * @param fromName who wrote it
 * @param fromAddress their address
 * @param subject its subject
 * @param excerpt its first words, at most 280 characters
 * @param reason strongest evidence, such as held-company
 * @param at when
 */
public record SuggestionOpened(
        OutreachRef ref,
        UUID suggestionId,
        UUID messageId,
        @Nullable String fromName,
        @Nullable String fromAddress,
        @Nullable String subject,
        @Nullable String excerpt,
        String reason,
        Instant at)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
