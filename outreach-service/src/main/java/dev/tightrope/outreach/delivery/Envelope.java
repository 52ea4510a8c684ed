package dev.tightrope.outreach.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * What is added to the approved content to make it a mail.
 *
 * @param messageId Message-ID with angle brackets
 * @param replyTo plus-addressed reply address
 * @param language BCP 47 language of the content
 * @param date Date field
 * @param listUnsubscribe List-Unsubscribe field, where policy asks for one
 */
record Envelope(String messageId, String replyTo, String language, Instant date, Optional<String> listUnsubscribe) {}
