package dev.tightrope.outreach.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it goes out.
 *
 * @param deliveryId the delivery
 * @param outreachId the outreach
 * @param accountId account it was handed over through last; absent: the configured server
 * @param messageId its Message-ID with angle brackets
 * @param rendered its bytes
 * @param renderedHash their hash
 * @param state where it stands
 */
public record OutgoingMail(
        UUID deliveryId,
        UUID outreachId,
        @Nullable UUID accountId,
        String messageId,
        byte[] rendered,
        String renderedHash,
        DeliveryState state) {}
