package dev.tightrope.events;

import java.util.UUID;

/**
 * A suppression ended. Keyed by the suppression.
 *
 * @param suppressionId the suppression
 * @param kind what was suppressed
 * @param value normalised address, E.164 number or domain
 */
public record SuppressionLifted(UUID suppressionId, SuppressionKind kind, String value) implements TightropeEvent {
    @Override
    public UUID key() {
        return suppressionId;
    }
}
