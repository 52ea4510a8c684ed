package dev.tightrope.outreach.prospect;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Anybody at a prospect who is not its executive.
 *
 * @param id the contact
 * @param prospectId the company
 * @param name full name, or the address where no name is known
 * @param role role in which they appeared
 * @param email address
 * @param phone E.164
 * @param appeared how we learned of them
 * @param createdAt when they were recorded
 * @param createdBy who recorded them; absent if a mail did
 * @param updatedAt when they last changed
 * @param updatedBy who changed them last; absent if a mail did
 * @param version counts the changes, from 1
 */
public record Contact(
        UUID id,
        UUID prospectId,
        String name,
        @Nullable String role,
        @Nullable String email,
        @Nullable String phone,
        Appearance appeared,
        Instant createdAt,
        @Nullable UUID createdBy,
        Instant updatedAt,
        @Nullable UUID updatedBy,
        long version) {}
