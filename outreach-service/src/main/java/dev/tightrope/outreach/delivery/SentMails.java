package dev.tightrope.outreach.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the mail of ours that an inbound message refers to. */
public interface SentMails {

    /** By Message-ID, with or without angle brackets. */
    Optional<SentMail> byMessageId(String messageId);

    /** By an id the mail server gave it, with or without brackets and domain; the latest, if all are of one outreach. */
    Optional<SentMail> byProviderId(String id);

    /** Mails whose text has pieces in common with another, the most first. */
    List<Overlap> withTextOf(Set<Long> shingles);

    /**
     * Mails of a subject that one of these people sent or got, and those that one of them sent to another, the latest
     * first.
     *
     * @param subjectKey the subject without prefixes
     * @param addresses people named, lower case
     */
    List<Overlap> amongParties(String subjectKey, Set<String> addresses);

    /** By the token of the plus-addressed Reply-To, ignoring case. */
    Optional<SentMail> byReplyToken(String token);

    /**
     * The mail of an outreach that somebody who writes at a moment writes about: the last that was handed over to a mail
     * server by then, and so far as that is known, taken.
     *
     * @param written when they wrote by their clock; the latest mail if that is not known, or before the first
     */
    Optional<SentMail> lastBefore(UUID outreachId, @Nullable Instant written);

    /** A mail as it goes out. */
    Optional<OutgoingMail> outgoing(UUID deliveryId);

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
