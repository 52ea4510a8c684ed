package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.email.HeaderText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Message-IDs that follow from what is sent, so that a mail sent twice in spite of everything is recognised as one by
 * mail systems that drop duplicates.
 */
final class MessageIds {
    private static final int LENGTH = 40;

    private MessageIds() {}

    static String of(UUID outreachId, int round, String recipient, String domain) {
        String id = sha256((outreachId + "\n" + round + "\n" + recipient).getBytes(StandardCharsets.UTF_8));
        return HeaderText.checked("Message-ID", "<" + id.substring(0, LENGTH) + "@" + domain + ">");
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
