package dev.tightrope.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Keeps accepted mails as .eml files, the envelope in three lines in front of the message. */
final class MailFolder {

    private final Path folder;

    MailFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep mails in " + folder, e);
        }
    }

    void write(AcceptedMail mail, int number) {
        String envelope = "X-Accepted-At: " + mail.at() + "\r\nX-Envelope-To: " + mail.recipient()
                + "\r\nX-Envelope-From: " + mail.sender() + "\r\n";
        try {
            Files.writeString(
                    folder.resolve(String.format(Locale.ROOT, "%06d.eml", number)),
                    envelope + mail.eml(),
                    StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep mails in " + folder, e);
        }
    }

    List<AcceptedMail> read() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(MailFolder::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the mails kept in " + folder, e);
        }
    }

    private static AcceptedMail parse(Path file) {
        try {
            String[] parts = Files.readString(file, StandardCharsets.ISO_8859_1).split("\r\n", 4);
            AcceptedMail withoutId =
                    new AcceptedMail(Instant.parse(value(parts[0])), value(parts[1]), value(parts[2]), null, parts[3]);
            return new AcceptedMail(
                    withoutId.at(),
                    withoutId.recipient(),
                    withoutId.sender(),
                    withoutId.message().getMessageID(),
                    withoutId.eml());
        } catch (IOException | jakarta.mail.MessagingException e) {
            throw new IllegalStateException("Not a kept mail: " + file, e);
        }
    }

    private static String value(String header) {
        return header.substring(header.indexOf(':') + 1).trim();
    }
}
