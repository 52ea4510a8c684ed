package dev.tightrope.outreach.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the mail of ours that an inbound message refers to. */
public interface SentMails {

    /** By Message-ID, with or without angle brackets. */
    Optional<SentMail> byMessageId(String messageId);

    /** By the token of the plus-addressed Reply-To, ignoring case. */
    Optional<SentMail> byReplyToken(String token);

    /** Address our mails ask for answers at, without a token. */
    String replyAddress();

    /** The mails of an outreach that a mail server accepted, the earliest first. */
    List<Accepted> acceptedOf(UUID outreachId);

    /**
     * A mail that a mail server accepted.
     *
     * @param round the round it belongs to
     * @param recipient address it went to
     * @param at when it was accepted
     */
    record Accepted(int round, String recipient, Instant at) {}
}
