package dev.tightrope.events;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company is held by an outreach from its opening on. Told again whenever something of it changes. Keyed by the hold.
 *
 * @param holdId the hold
 * @param outreachId the outreach that holds it
 * @param ownerId rep who owns that outreach
 * @param ownerName that rep's name
 * @param companyName the company
 * @param domains its web domains, lower case
 * @param contestedBy who else holds the company, while no manager has allowed this outreach beside theirs: until then
 *     nobody is called or mailed by it. Absent when it is not contested
 */
public record CompanyHeld(
        UUID holdId,
        UUID outreachId,
        UUID ownerId,
        String ownerName,
        String companyName,
        List<String> domains,
        @Nullable String contestedBy)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return holdId;
    }
}
