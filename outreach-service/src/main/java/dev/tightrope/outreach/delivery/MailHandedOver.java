package dev.tightrope.outreach.delivery;

import java.util.UUID;

/**
 * A mail was accepted by a mail server, or may have been. Fired inside the transaction.
 *
 * @param deliveryId the delivery
 * @param certain whether it was accepted; otherwise its outcome is unknown
 */
public record MailHandedOver(UUID deliveryId, boolean certain) {}
