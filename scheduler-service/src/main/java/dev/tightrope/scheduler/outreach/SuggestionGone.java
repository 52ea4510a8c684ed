package dev.tightrope.scheduler.outreach;

import java.util.UUID;

/**
 * A message that might have belonged to an outreach was settled; what was held may go on.
 *
 * @param outreachId the outreach
 * @param suggestionId what was settled
 * @param verdict as what
 */
public record SuggestionGone(UUID outreachId, UUID suggestionId, String verdict) {}
