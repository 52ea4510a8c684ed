package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outreach was opened and its company is held.
 *
 * @param ref the outreach it belongs to
 * @param prospectName the company
 * @param country ISO 3166-1 alpha-2
 * @param executive whom it is about
 * @param openedAt when
 */
public record OutreachOpened(
        OutreachRef ref, String prospectName, @Nullable String country, ExecutiveFacts executive, Instant openedAt)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
