package dev.tightrope.outreach.inbound;

/**
 * What leads to our mail without a guess.
 *
 * @param messageId its Message-ID
 * @param providerId the id the mail server gave it
 * @param replyTo its plus-addressed Reply-To
 */
record OurIds(String messageId, String providerId, String replyTo) {}
