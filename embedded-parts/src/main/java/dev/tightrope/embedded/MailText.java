package dev.tightrope.embedded;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;

/** Finds the readable text of a message. */
final class MailText {

    private MailText() {}

    static String of(Part message) {
        try {
            String plain = first(message, "text/plain");
            return plain.isEmpty() ? first(message, "text/html") : plain;
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("The message cannot be read", e);
        }
    }

    static String html(Part message) {
        try {
            return first(message, "text/html");
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("The message cannot be read", e);
        }
    }

    private static String first(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = first(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
