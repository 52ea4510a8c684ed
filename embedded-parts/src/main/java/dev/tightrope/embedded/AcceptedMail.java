package dev.tightrope.embedded;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * One line of the mail server's own log: it took responsibility for this message to this recipient at this time.
 *
 * @param recipient the envelope's recipient, with its plus-tag
 * @param sender the envelope's sender, empty for a bounce
 */
public record AcceptedMail(
        Instant at,
        String recipient,
        String sender,
        @Nullable String messageId,
        String eml) {

    /** The message, parsed. */
    public MimeMessage message() {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(eml.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (MessagingException e) {
            throw new IllegalStateException("Not a message: " + messageId, e);
        }
    }

    /** The decoded subject, empty if there is none. */
    public String subject() {
        try {
            String subject = message().getSubject();
            return subject == null ? "" : subject;
        } catch (MessagingException e) {
            throw new IllegalStateException("No readable subject: " + messageId, e);
        }
    }

    /** The text a reader sees: the first plain part, else the first HTML part, else nothing. */
    public String text() {
        return MailText.of(message());
    }

    /** The first HTML part as it came, empty if there is none. */
    public String html() {
        return MailText.html(message());
    }
}
