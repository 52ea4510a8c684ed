package dev.tightrope.outreach.email;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over what approval locks. Each field is preceded by its length, so that no text can be moved from one field to
 * the next under the same hash.
 */
final class ContentHash {
    private static final String FORM = "tightrope-email-1";

    private ContentHash() {}

    static String of(EmailContent content) {
        MessageDigest digest = sha256();
        List.of(
                        FORM,
                        content.from().name(),
                        content.from().address(),
                        content.to().name(),
                        content.to().address(),
                        content.subject(),
                        content.textBody(),
                        content.htmlBody())
                .forEach(field -> add(digest, field));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
