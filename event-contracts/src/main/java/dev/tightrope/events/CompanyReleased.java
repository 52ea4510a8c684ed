package dev.tightrope.events;

import java.util.UUID;

/**
 * A company hold ended with the closure of its outreach. Keyed by the hold.
 *
 * @param holdId the hold
 * @param outreachId the outreach that held it
 */
public record CompanyReleased(UUID holdId, UUID outreachId) implements TightropeEvent {
    @Override
    public UUID key() {
        return holdId;
    }
}
