package dev.tightrope.outreach.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the hands of one worker, for one attempt.
 *
 * @param id the delivery
 * @param outreachId the outreach
 * @param round its round
 * @param attempt number of this attempt
 * @param worker who claimed it
 * @param accountId the account of its rep it goes through; absent: the configured server
 * @param sender address of the envelope (MAIL FROM), where delivery reports go
 * @param recipient address it goes to
 * @param rendered the bytes
 * @param renderedHash their hash when they were rendered
 * @param messageId its Message-ID
 * @param emailVersion version that was approved
 * @param approvedHash hash of what was approved
 * @param releasedAt when it became due
 */
record Claim(
        UUID id,
        UUID outreachId,
        int round,
        int attempt,
        UUID worker,
        @Nullable UUID accountId,
        String sender,
        String recipient,
        byte[] rendered,
        String renderedHash,
        String messageId,
        int emailVersion,
        String approvedHash,
        Instant releasedAt) {

    boolean isAsRendered() {
        return MessageIds.sha256(rendered).equals(renderedHash);
    }
}
