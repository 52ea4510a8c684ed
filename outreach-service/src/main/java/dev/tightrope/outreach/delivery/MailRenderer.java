package dev.tightrope.outreach.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tightrope.outreach.email.EmailContent;
import dev.tightrope.outreach.email.HeaderText;
import dev.tightrope.outreach.email.Mailbox;
import dev.tightrope.outreach.trace.Tokens;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.Properties;

/** Makes RFC 5322 bytes of an approved e-mail: plain text and HTML, pure ASCII, nothing that tracks. */
final class MailRenderer {

    private MailRenderer() {}

    static byte[] render(EmailContent content, Envelope envelope) {
        try {
            MimeMessage message = new NumberedMessage(envelope.messageId());
            message.setFrom(address(content.from()));
            message.setRecipient(Message.RecipientType.TO, address(content.to()));
            message.setReplyTo(new Address[] {address(new Mailbox(content.from().name(), envelope.replyTo()))});
            message.setSubject(HeaderText.checked("Subject", content.subject()), UTF_8.name());
            message.setSentDate(Date.from(envelope.date()));
            message.setHeader("Content-Language", HeaderText.checked("Content-Language", envelope.language()));
            if (envelope.listUnsubscribe().isPresent()) {
                String value = envelope.listUnsubscribe().get();
                message.setHeader("List-Unsubscribe", HeaderText.checked("List-Unsubscribe", value));
            }
            message.setContent(new MimeMultipart(
                    "alternative", part(content.textBody(), "plain"), part(page(content, envelope), "html")));
            message.saveChanges();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException e) {
            throw new IllegalStateException("the approved e-mail cannot be rendered: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String page(EmailContent content, Envelope envelope) {
        return "<!DOCTYPE html>\n<html lang=\"" + envelope.language()
                + "\"><head><meta charset=\"UTF-8\"></head><body>\n<div id=\""
                + Tokens.elementName(ReplyAddress.tokenOf(envelope.replyTo())) + "\">\n"
                + content.htmlBody() + "\n</div>\n</body></html>\n";
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8.name(), subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static InternetAddress address(Mailbox mailbox) throws MessagingException, IOException {
        InternetAddress address = new InternetAddress(HeaderText.checked("address", mailbox.address()), true);
        address.setPersonal(HeaderText.checked("name", mailbox.name()), UTF_8.name());
        return address;
    }

    /** Keeps our Message-ID: the library would put in one of its own with the host's and user's name. */
    private static final class NumberedMessage extends MimeMessage {
        private final String messageId;

        NumberedMessage(String messageId) {
            super(Session.getInstance(new Properties()));
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", HeaderText.checked("Message-ID", messageId));
        }
    }
}
