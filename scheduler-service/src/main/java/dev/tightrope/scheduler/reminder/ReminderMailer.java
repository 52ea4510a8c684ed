package dev.tightrope.scheduler.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hands a letter to the mail server, over a connection of its own. The Message-ID is the reminder's own, the same in
 * every attempt.
 */
@ApplicationScoped
class ReminderMailer {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final SmtpSettings smtp;
    private final Clock clock;
    private final String from;
    private final String domain;

    ReminderMailer(
            SmtpSettings smtp,
            Clock clock,
            @ConfigProperty(name = "tightrope.reminders.from") String from,
            @ConfigProperty(name = "tightrope.reminders.message-id-domain") String domain) {
        this.smtp = smtp;
        this.clock = clock;
        this.from = from;
        this.domain = domain;
    }

    /**
     * Sends and waits until the server accepted; throws if it did not, or if one of its answers took too long.
     *
     * @throws RecipientRefusedException if it never will
     */
    void send(DueReminder due, Letter letter, Duration timeout) {
        String address = due.recipient().email();
        if (address == null) {
            throw new IllegalStateException("The profile of " + due.recipient().id() + " has no e-mail address");
        }
        Session session = session(timeout);
        try {
            MimeMessage message = new WithOwnId(session, messageId(due.id()));
            message.setFrom(new InternetAddress(HeaderText.exact("tightrope.reminders.from", from)));
            message.setRecipient(Message.RecipientType.TO, recipient(address));
            message.setSubject(HeaderText.display(letter.subject()), UTF_8);
            message.setSentDate(Date.from(clock.instant()));
            // RFC 3834: no out-of-office reply to a machine, and ours is no answer from anybody.
            message.setHeader("Auto-Submitted", "auto-generated");
            MimeMultipart bodies = new MimeMultipart("alternative");
            MimeBodyPart text = new MimeBodyPart();
            text.setText(letter.text(), UTF_8);
            bodies.addBodyPart(text);
            MimeBodyPart html = new MimeBodyPart();
            html.setText(letter.html(), UTF_8, "html");
            bodies.addBodyPart(html);
            message.setContent(bodies);
            Transport.send(
                    message, smtp.username().orElse(null), smtp.password().orElse(null));
        } catch (MessagingException e) {
            throw RecipientRefusedException.in(e, address)
                    .<RuntimeException>map(refused -> refused)
                    .orElseGet(() ->
                            new IllegalStateException("The mail server did not accept the mail: " + e.getMessage(), e));
        }
    }

    private static InternetAddress recipient(String address) {
        try {
            return new InternetAddress(HeaderText.exact("The recipient's address", address));
        } catch (AddressException e) {
            throw RecipientRefusedException.unusable(address, e);
        }
    }

    private Session session(Duration timeout) {
        String limit = Long.toString(timeout.toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", smtp.host());
        properties.setProperty("mail.smtp.port", Integer.toString(smtp.port()));
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(smtp.username().isPresent()));
        properties.setProperty("mail.smtp.connectiontimeout", limit);
        properties.setProperty("mail.smtp.timeout", limit);
        properties.setProperty("mail.smtp.writetimeout", limit);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (smtp.security()) {
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
        }
        return Session.getInstance(properties);
    }

    String messageId(UUID reminderId) {
        return HeaderText.exact(
                "tightrope.reminders.message-id-domain", "<reminder." + reminderId + "@" + domain + ">");
    }

    /** A message that keeps its Message-ID; the library would make one of its own when it is sent. */
    private static final class WithOwnId extends MimeMessage {
        private final String id;

        WithOwnId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
