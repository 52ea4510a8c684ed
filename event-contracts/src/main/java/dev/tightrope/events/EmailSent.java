package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The mail server accepted the e-mail of a round.
 *
 * @param ref the outreach it belongs to
 * @param emailVersion version sent
 * @param emailHash hash of what was approved and sent
 * @param messageId RFC 5322 Message-ID
 * @param releasedAt when the undo window was over
 * @param acceptedAt when the server accepted it
 */
public record EmailSent(
        OutreachRef ref, int emailVersion, String emailHash, String messageId, Instant releasedAt, Instant acceptedAt)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
