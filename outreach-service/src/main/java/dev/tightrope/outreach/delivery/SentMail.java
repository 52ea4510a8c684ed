package dev.tightrope.outreach.delivery;

import java.util.UUID;

/**
 * What is known of a mail of ours, for recognising what comes back.
 *
 * @param outreachId the outreach
 * @param round the round it belongs to
 * @param recipient address it goes to
 * @param messageId its Message-ID with angle brackets
 * @param replyToken token in its plus-addressed Reply-To
 */
public record SentMail(UUID outreachId, int round, String recipient, String messageId, String replyToken) {}
