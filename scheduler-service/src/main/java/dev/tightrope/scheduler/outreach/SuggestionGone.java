package dev.tightrope.scheduler.outreach;

import java.util.UUID;

/** Somebody said whether a message belongs to an outreach: what was held because of it may go on. */
public record SuggestionGone(UUID outreachId) {}
