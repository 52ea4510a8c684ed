package dev.tightrope.voicemail.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A profile arrived: CDI event in its transaction.
 *
 * @param personId whose it is
 * @param teamId team they belong to from now on
 */
public record TeamKnown(UUID personId, @Nullable UUID teamId) {}
