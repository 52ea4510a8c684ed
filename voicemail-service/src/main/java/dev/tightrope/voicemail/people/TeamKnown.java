package dev.tightrope.voicemail.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A profile arrived: CDI event in its transaction.
 *
 * @param personId whose it is
 * @param teamId team they belong to from now on
 * @param at when it was changed
 */
public record TeamKnown(UUID personId, @Nullable UUID teamId, Instant at) {}
