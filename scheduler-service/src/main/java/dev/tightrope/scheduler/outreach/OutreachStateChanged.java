package dev.tightrope.scheduler.outreach;

import java.time.Instant;
import java.util.UUID;

/** Told to other features, in the same transaction, when the mirrored state changed. */
public record OutreachStateChanged(UUID outreachId, String state, Instant at) {}
