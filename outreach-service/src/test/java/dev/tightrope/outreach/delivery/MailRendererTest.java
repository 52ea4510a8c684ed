package dev.tightrope.outreach.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tightrope.outreach.email.EmailContent;
import dev.tightrope.outreach.email.Mailbox;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MailRendererTest {
    private static final EmailContent CONTENT = new EmailContent(
            new Mailbox("Åsa Öst, Rep", "asa@us.example"),
            new Mailbox("Karin Berg", "karin@them.example"),
            "Så gjorde Nordström – och vad det gav dem på tre månader, i detalj och med siffror",
            "Hej Karin,\n\n.en rad med punkt\nFrom here on it is åäö €\n" + "lång ".repeat(300),
            "<p>Hej Karin,</p>");
    private static final Envelope ENVELOPE = new Envelope(
            "<abc@us.example>",
            "reply+tok3n@us.example",
            "sv",
            Instant.parse("2026-11-02T09:00:00Z"),
            Optional.empty());

    private final byte[] bytes = MailRenderer.render(CONTENT, ENVELOPE);

    @Test
    void everyFieldCanBeReadBack() throws Exception {
        MimeMessage mail = parsed(bytes);

        assertThat(mail.getFrom()).singleElement().isInstanceOfSatisfying(InternetAddress.class, from -> {
            assertThat(from.getPersonal()).isEqualTo("Åsa Öst, Rep");
            assertThat(from.getAddress()).isEqualTo("asa@us.example");
        });
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getRecipients(Message.RecipientType.TO)[0])
                .isEqualTo(new InternetAddress("karin@them.example"));
        assertThat(mail.getReplyTo()[0]).isEqualTo(new InternetAddress("reply+tok3n@us.example"));
        assertThat(mail.getSubject()).isEqualTo(CONTENT.subject());
        assertThat(mail.getMessageID()).isEqualTo("<abc@us.example>");
        assertThat(mail.getSentDate()).isEqualTo("2026-11-02T09:00:00Z");
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
    }

    @Test
    void bothBodiesAreThere() throws Exception {
        MimeMultipart parts = (MimeMultipart) parsed(bytes).getContent();

        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(((String) parts.getBodyPart(0).getContent()).replace("\r\n", "\n"))
                .isEqualTo(CONTENT.textBody());
        assertThat((String) parts.getBodyPart(1).getContent()).contains(CONTENT.htmlBody());
    }

    @Test
    void isAsciiInLinesNoServerRefuses() {
        String text = new String(bytes, US_ASCII);

        assertThat(text).endsWith("\r\n").doesNotContain("\ufffd");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(List.of(text.split("\r\n"))).allMatch(line -> line.length() <= 998 && !line.equals("."));
    }

    @Test
    void nothingGivesAwayOrTracks() {
        String text = new String(bytes, US_ASCII);

        assertThat(text).doesNotContainIgnoringCase("X-Mailer", "<img", "http://", "https://");
    }

    @Test
    void unsubscribeHeaderByPolicy() throws Exception {
        Envelope policy = new Envelope(
                ENVELOPE.messageId(),
                ENVELOPE.replyTo(),
                ENVELOPE.language(),
                ENVELOPE.date(),
                Optional.of("<mailto:optout@us.example>"));

        assertThat(parsed(MailRenderer.render(CONTENT, policy)).getHeader("List-Unsubscribe"))
                .containsExactly("<mailto:optout@us.example>");
    }

    @Test
    void noHeaderCanBeSmuggledIn() {
        Envelope evil = new Envelope(
                ENVELOPE.messageId(),
                ENVELOPE.replyTo(),
                ENVELOPE.language(),
                ENVELOPE.date(),
                Optional.of("<mailto:a@b.example>\r\nBcc: x@y.example"));

        assertThatThrownBy(() -> MailRenderer.render(CONTENT, evil)).hasMessageContaining("List-Unsubscribe");
    }

    private static MimeMessage parsed(byte[] bytes) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }
}
