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
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Hands a letter to the mail server, over a connection of its own. The Message-ID is the reminder's own, the same in
 * every attempt.
 */
@ApplicationScoped
class ReminderMailer {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    // What RFC 5321 and RFC 4954 let a server say of the conversation instead of the recipient: our login or our
    // settings
    // are at fault, and mending them delivers every mail.
    private static final Set<Integer> ABOUT_THE_CONVERSATION = Set.of(500, 502, 503, 521, 530, 534, 535, 538);

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
        this.domain = HeaderText.exact("tightrope.reminders.message-id-domain", domain);
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
            // RFC 2919: whoever reads can sort these mails by it.
            message.setHeader("List-Id", "Tightrope <reminders." + domain + ">");
            thread(message, due.earlier());
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
            MessagingException refusal = refusalForGood(e);
            if (refusal != null) {
                throw new RecipientRefusedException(
                        address, String.valueOf(refusal.getMessage()).strip(), e);
            }
            throw new IllegalStateException("The mail server did not accept the mail: " + e.getMessage(), e);
        }
    }

    /**
     * RFC 5322, 3.6.4: mail programs show a reminder and its repeats as one conversation. Gmail and Outlook do so only where
     * the subjects are the same, too.
     */
    private void thread(MimeMessage message, List<UUID> earlier) throws MessagingException {
        if (earlier.isEmpty()) {
            return;
        }
        List<String> ids = earlier.stream().map(this::messageId).toList();
        message.setHeader("In-Reply-To", ids.get(ids.size() - 1));
        message.setHeader("References", String.join("\r\n ", ids));
    }

    /** What refused the recipient or the mail, and will again; null if nothing did. */
    private static @Nullable MessagingException refusalForGood(MessagingException thrown) {
        for (Exception each = thrown; each instanceof MessagingException failure; each = failure.getNextException()) {
            if (failure instanceof SMTPAddressFailedException refused && forGood(refused.getReturnCode())) {
                return failure;
            }
            // To MAIL FROM the server speaks of the sender: that is ours to mend, not the recipient's.
            if (failure instanceof SMTPSendFailedException refused
                    && (".".equals(refused.getCommand()) || "DATA".equals(refused.getCommand()))
                    && forGood(refused.getReturnCode())) {
                return failure;
            }
        }
        return null;
    }

    private static boolean forGood(int code) {
        return code >= 500 && code <= 599 && !ABOUT_THE_CONVERSATION.contains(code);
    }

    private static InternetAddress recipient(String address) {
        try {
            return new InternetAddress(HeaderText.exact("The recipient's address", address));
        } catch (AddressException e) {
            throw new RecipientRefusedException(address, "is no e-mail address: " + e.getMessage(), e);
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
        return "<reminder." + reminderId + "@" + domain + ">";
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
