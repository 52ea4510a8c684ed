package dev.tightrope.outreach.hold;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company held by an outreach.
 *
 * @param id the hold
 * @param outreachId the outreach that holds it
 * @param prospectId prospect it was opened for
 * @param ownerId rep who owns that outreach
 * @param ownerName that rep's name
 * @param companyName the company
 * @param domains its web domains
 * @param exclusive whether nobody else holds the company; false after an override or a contested reopening
 * @param overrideReason why a manager allowed a second one
 * @param contestedBy who else holds the company, while that keeps this outreach from making contact, as last told
 * @param takenAt since when
 */
public record Hold(
        UUID id,
        UUID outreachId,
        UUID prospectId,
        UUID ownerId,
        String ownerName,
        String companyName,
        List<String> domains,
        boolean exclusive,
        @Nullable String overrideReason,
        @Nullable String contestedBy,
        Instant takenAt) {

    /**
     * Whether somebody else holds the company since earlier and no manager allowed this outreach beside theirs: until then
     * nobody is called or mailed by it.
     */
    public boolean contested() {
        return !exclusive && overrideReason == null;
    }

    Hold told(List<String> newDomains, @Nullable String by) {
        return new Hold(
                id,
                outreachId,
                prospectId,
                ownerId,
                ownerName,
                companyName,
                newDomains,
                exclusive,
                overrideReason,
                by,
                takenAt);
    }
}
