package dev.tightrope.outreach.suppression;

import dev.tightrope.events.SuppressionKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address, number or domain that must not be contacted.
 *
 * @param id the suppression
 * @param kind what is suppressed
 * @param value normalised address (lower case), E.164 number or domain
 * @param reason why
 * @param source where the wish came from, such as a mail or a call
 * @param createdAt when it was recorded
 * @param createdBy who recorded it; absent if an inbound mail did
 * @param liftedAt when it ended
 * @param liftedBy who ended it
 * @param liftReason why it was ended
 * @param updatedAt when it last changed
 */
public record Suppression(
        UUID id,
        SuppressionKind kind,
        String value,
        String reason,
        String source,
        Instant createdAt,
        @Nullable UUID createdBy,
        @Nullable Instant liftedAt,
        @Nullable UUID liftedBy,
        @Nullable String liftReason,
        Instant updatedAt) {}
