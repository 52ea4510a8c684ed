package dev.tightrope.outreach.outreach;

import java.time.Instant;
import java.util.UUID;

/**
 * The promised e-mail of the round goes now. Fired inside the transaction.
 *
 * @param outreach the outreach after the move
 * @param attemptId call attempt that promised it
 * @param emailVersion version that was promised
 * @param emailHash hash that was promised
 * @param releasedAt when it became due
 * @param kind why it goes
 * @param recipient address it goes to instead of the approved one; empty for the approved one
 */
public record MailReleased(
        OutreachView outreach,
        UUID attemptId,
        int emailVersion,
        String emailHash,
        Instant releasedAt,
        Kind kind,
        String recipient) {

    /** Why a mail goes. */
    public enum Kind {
        /** For the first time in its round. */
        FIRST,
        /** The approved content, once, to a corrected address. */
        NEW_ADDRESS,
        /** The rep found out that the earlier one, whose outcome was unknown, never arrived. */
        AGAIN
    }
}
