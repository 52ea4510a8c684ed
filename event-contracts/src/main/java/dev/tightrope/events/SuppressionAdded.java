package dev.tightrope.events;

import java.util.UUID;

/**
 * An address, number or domain must not be contacted any more. Keyed by the suppression.
 *
 * @param suppressionId the suppression
 * @param kind what is suppressed
 * @param value normalised address, E.164 number or domain
 * @param reason why
 */
public record SuppressionAdded(UUID suppressionId, SuppressionKind kind, String value, String reason)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return suppressionId;
    }
}
