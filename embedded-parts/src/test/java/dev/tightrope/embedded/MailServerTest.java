package dev.tightrope.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailServerTest {

    private static final String EML = """
            From: Petra Lind <petra@nordfors.example>
            To: Anna <anna+t0k3n@tightrope.example>
            Subject: =?UTF-8?Q?V=C3=A4rme?=
            Message-ID: <reply-1@nordfors.example>
            Content-Type: text/plain; charset=UTF-8

            Let us talk on Tuesday.
            """;

    @Test
    void a_plus_address_reaches_the_plain_mailbox_and_the_accept_log_keeps_the_tag() throws MessagingException {
        MailServer server = SharedParts.mail();
        server.send("petra@nordfors.example", "anna+t0k3n@tightrope.example", EML);

        AcceptedMail mail = server.acceptedFor("anna@tightrope.example").get(0);
        assertThat(mail.recipient()).isEqualTo("anna+t0k3n@tightrope.example");
        assertThat(mail.sender()).isEqualTo("petra@nordfors.example");
        assertThat(mail.messageId()).isEqualTo("<reply-1@nordfors.example>");
        assertThat(mail.subject()).isEqualTo("Värme");
        assertThat(mail.text()).contains("Let us talk on Tuesday.");
        assertThat(subjectsByImap(server, "anna@tightrope.example")).containsExactly("Värme");
    }

    @Test
    void a_reader_may_log_in_before_the_first_mail_comes() throws MessagingException {
        assertThat(subjectsByImap(SharedParts.mail(), "nobody-yet@tightrope.example"))
                .isEmpty();
    }

    @Test
    void with_a_folder_the_mails_are_there_after_a_restart(@TempDir Path folder) throws MessagingException {
        AcceptedMail before;
        try (MailServer server = MailServer.start(0, 0, folder)) {
            server.send("petra@nordfors.example", "anna+t0k3n@tightrope.example", EML);
            before = server.accepted().get(0);
        }
        try (MailServer server = MailServer.start(0, 0, folder)) {
            assertThat(server.accepted()).containsExactly(before);
            assertThat(subjectsByImap(server, "anna@tightrope.example")).containsExactly("Värme");
        }
    }

    private static List<String> subjectsByImap(MailServer server, String login) throws MessagingException {
        Session session = Session.getInstance(new Properties());
        try (Store store = session.getStore("imap")) {
            store.connect("localhost", server.imapPort(), login, "any password");
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                return Arrays.stream(inbox.getMessages())
                        .map(MailServerTest::subject)
                        .toList();
            }
        }
    }

    private static String subject(Message message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
