package dev.tightrope.outreach.people;

import java.time.Instant;
import java.util.UUID;

/**
 * Reps who have a manager in common.
 *
 * @param id the team
 * @param name its name, unique
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param updatedBy who changed it last
 * @param version counts the changes, from 1
 */
record Team(UUID id, String name, Instant createdAt, Instant updatedAt, UUID updatedBy, long version) {}
