package dev.tightrope.outreach.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * One mail that is to be handed over once.
 *
 * @param id its row
 * @param outreachId the outreach
 * @param round its round
 * @param recipient address it goes to, lower case
 * @param emailVersion version that was approved
 * @param approvedHash hash of what was approved
 * @param sender address of the envelope (MAIL FROM), where delivery reports go
 * @param rendered the bytes
 * @param messageId its Message-ID
 * @param replyToken token in its Reply-To
 * @param releasedAt when it became due
 * @param traces what it is recognised by when it comes back without its ids
 */
record Intent(
        UUID id,
        UUID outreachId,
        int round,
        String recipient,
        int emailVersion,
        String approvedHash,
        String sender,
        byte[] rendered,
        String messageId,
        String replyToken,
        Instant releasedAt,
        Traces traces) {}
