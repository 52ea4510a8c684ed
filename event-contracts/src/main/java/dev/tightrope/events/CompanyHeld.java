package dev.tightrope.events;

import java.util.List;
import java.util.UUID;

/**
 * A company is held by an outreach from its opening on. Keyed by the hold.
 *
 * @param holdId the hold
 * @param outreachId the outreach that holds it
 * @param ownerId rep who owns that outreach
 * @param ownerName that rep's name
 * @param companyName the company
 * @param domains its web domains, lower case
 */
public record CompanyHeld(
        UUID holdId, UUID outreachId, UUID ownerId, String ownerName, String companyName, List<String> domains)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return holdId;
    }
}
