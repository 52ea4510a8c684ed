package dev.tightrope.outreach.outreach;

import java.time.Instant;
import java.util.UUID;

/**
 * Whose an outreach was before it was handed over.
 *
 * @param personId the rep
 * @param until when it was handed over
 */
public record FormerOwner(UUID personId, Instant until) {}
