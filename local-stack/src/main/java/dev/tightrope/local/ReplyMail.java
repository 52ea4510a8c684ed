package dev.tightrope.local;

import dev.tightrope.embedded.AcceptedMail;
import dev.tightrope.embedded.MailServer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers a mail as somebody at the prospect would, through SMTP, to its Reply-To. */
public final class ReplyMail {

    private ReplyMail() {}

    /** Sends {@code text} from {@code address}, above the quoted mail it answers; returns the source. */
    public static String send(MailServer server, AcceptedMail original, String name, String address, String text) {
        String replyTo = required(original, "Reply-To");
        String eml = """
                From: %s <%s>
                To: %s
                Subject: %s %s
                Message-ID: <%s@%s>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                %s

                -----Original Message-----
                From: %s
                To: %s
                Subject: %s

                %s
                """.formatted(
                name,
                address,
                replyTo,
                // Whom it was sent to answers it; whoever else answers had it passed on.
                address.equalsIgnoreCase(original.recipient()) ? "RE:" : "FW:",
                original.subject(),
                UUID.randomUUID(),
                address.substring(address.indexOf('@') + 1),
                text,
                required(original, "From"),
                required(original, "To"),
                original.subject(),
                original.text().strip().replace("\r", "").lines().limit(6).reduce("", (a, b) -> a + "> " + b + "\n"));
        server.send(address, plainAddress(replyTo), eml);
        return eml;
    }

    private static String plainAddress(String header) {
        int open = header.indexOf('<');
        return open < 0 ? header.trim() : header.substring(open + 1, header.indexOf('>', open));
    }

    private static String required(AcceptedMail mail, String header) {
        @Nullable String value = MailPages.header(mail, header);
        if (value == null) {
            throw new IllegalStateException("The mail " + mail.messageId() + " has no " + header);
        }
        return value;
    }
}
