package dev.tightrope.outreach.prospect;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company we want as a customer.
 *
 * @param id the prospect
 * @param name company name
 * @param domains web domains, lower case, in ASCII (IDNA) form
 * @param parentId the company it belongs to
 * @param separate whether a manager declared it a company of its own although it has a parent
 * @param country ISO 3166-1 alpha-2
 * @param industry free text
 * @param createdAt when it was recorded
 * @param createdBy who recorded it
 * @param updatedAt when it last changed
 * @param updatedBy who changed it last
 * @param version counts the changes, from 1
 */
public record Prospect(
        UUID id,
        String name,
        List<String> domains,
        @Nullable UUID parentId,
        boolean separate,
        @Nullable String country,
        @Nullable String industry,
        Instant createdAt,
        UUID createdBy,
        Instant updatedAt,
        UUID updatedBy,
        long version) {}
