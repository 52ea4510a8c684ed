package dev.tightrope.outreach.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail on its way to the mail server, as the rep sees it.
 *
 * @param id the delivery
 * @param round round it belongs to
 * @param recipient address it goes to
 * @param state where it stands
 * @param reason why it stands there
 * @param messageId its Message-ID
 * @param emailVersion version that was approved
 * @param approvedHash SHA-256 of what was approved
 * @param sentHash SHA-256 of the bytes handed to the mail server
 * @param releasedAt when it became due
 * @param nextAttemptAt when it is tried next
 * @param settledAt when its outcome was on record
 * @param releaseToAcceptanceSeconds seconds from the end of the undo window to the mail server's acceptance, once that
 *     is on record
 * @param attempts every conversation with the mail server about it
 */
public record DeliveryView(
        UUID id,
        int round,
        String recipient,
        DeliveryState state,
        @Nullable String reason,
        String messageId,
        int emailVersion,
        String approvedHash,
        String sentHash,
        Instant releasedAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant settledAt,
        @Nullable Double releaseToAcceptanceSeconds,
        List<Attempt> attempts) {

    /**
     * One conversation with the mail server.
     *
     * @param number counts them
     * @param startedAt when it began
     * @param dotAt when the final dot was put on record
     * @param endedAt when it ended
     * @param outcome what came of it
     * @param phase how far it came
     * @param smtpCode the server's last code
     * @param reply the server's last words, or why there were none
     */
    public record Attempt(
            int number,
            Instant startedAt,
            @Nullable Instant dotAt,
            @Nullable Instant endedAt,
            @Nullable AttemptOutcome outcome,
            @Nullable SmtpPhase phase,
            @Nullable Integer smtpCode,
            @Nullable String reply) {}
}
