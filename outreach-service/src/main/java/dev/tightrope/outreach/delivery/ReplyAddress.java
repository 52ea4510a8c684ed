package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.email.HeaderText;
import java.security.SecureRandom;
import java.util.stream.Collectors;

/** The plus-addressed Reply-To: a token nobody can guess, in letters that survive being retyped and lower-cased. */
final class ReplyAddress {
    /** Stands before the token in the address reports on a mail through an account go to. */
    static final String BOUNCE = "b.";

    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ReplyAddress() {}

    static String newToken() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }

    static String with(String token, String replyTo) {
        int at = replyTo.lastIndexOf('@');
        if (at < 1) {
            throw new IllegalStateException("tightrope.mail.reply-to is no address: " + replyTo);
        }
        return HeaderText.checked("Reply-To", replyTo.substring(0, at) + "+" + token + replyTo.substring(at));
    }

    static String tokenOf(String replyAddress) {
        return replyAddress.substring(replyAddress.lastIndexOf('+') + 1, replyAddress.lastIndexOf('@'));
    }

    static String domainOf(String replyTo) {
        return replyTo.substring(replyTo.lastIndexOf('@') + 1);
    }
}
