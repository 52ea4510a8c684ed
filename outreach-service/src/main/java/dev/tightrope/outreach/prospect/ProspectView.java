package dev.tightrope.outreach.prospect;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A prospect as the API shows it.
 *
 * @param missing what it lacks before an outreach can be opened
 */
record ProspectView(
        UUID id,
        String name,
        List<String> domains,
        @Nullable UUID parentId,
        boolean separate,
        @Nullable String country,
        @Nullable String industry,
        List<MissingForOutreach> missing,
        Instant createdAt,
        UUID createdBy,
        Instant updatedAt,
        UUID updatedBy,
        long version) {

    static ProspectView of(Prospect prospect, List<MissingForOutreach> missing) {
        return new ProspectView(
                prospect.id(),
                prospect.name(),
                prospect.domains(),
                prospect.parentId(),
                prospect.separate(),
                prospect.country(),
                prospect.industry(),
                missing,
                prospect.createdAt(),
                prospect.createdBy(),
                prospect.updatedAt(),
                prospect.updatedBy(),
                prospect.version());
    }
}
