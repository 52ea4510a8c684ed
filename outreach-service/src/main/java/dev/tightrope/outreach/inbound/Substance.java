package dev.tightrope.outreach.inbound;

import dev.tightrope.outreach.inbound.analysis.InboundMail;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What makes a message the one it is, whatever way it came: two with one Message-ID are one message only if they agree in
 * this. Some programs use a Message-ID again and again.
 *
 * @param sentAt its Date field
 * @param subject its subject in one line
 * @param text what its sender wrote, in one line
 */
record Substance(@Nullable Instant sentAt, String subject, String text) {
    static Substance of(InboundMail mail) {
        return new Substance(
                mail.sentAt(), oneLine(mail.subject() == null ? "" : mail.subject()), oneLine(mail.newText()));
    }

    /**
     * Whether it is the same. A relay may have given one of them a date, put a word such as [EXTERNAL] before its subject,
     * or written a warning above it or a line beneath.
     */
    boolean sameAs(Substance other) {
        return (sentAt == null || other.sentAt == null || sentAt.equals(other.sentAt))
                && (subject.endsWith(other.subject) || other.subject.endsWith(subject))
                && (text.contains(other.text) || other.text.contains(text));
    }

    /** A short form. */
    String hash() {
        return sha256((sentAt + "\n" + subject + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
