package dev.tightrope.outreach.mailbox.connection;

import jakarta.mail.MessagingException;

/** A server that does not let an account send as its own address with a tag. */
final class RefusedSenderException extends MessagingException {
    private static final long serialVersionUID = 1L;

    RefusedSenderException(String sender, String reply) {
        super("does not let the account send as " + sender + ": " + reply);
    }
}
