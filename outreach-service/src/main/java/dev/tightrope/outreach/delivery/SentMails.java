package dev.tightrope.outreach.delivery;

import java.util.Optional;

/** Finds the mail of ours that an inbound message refers to. */
public interface SentMails {

    /** By Message-ID, with or without angle brackets. */
    Optional<SentMail> byMessageId(String messageId);

    /** By the token of the plus-addressed Reply-To, ignoring case. */
    Optional<SentMail> byReplyToken(String token);
}
