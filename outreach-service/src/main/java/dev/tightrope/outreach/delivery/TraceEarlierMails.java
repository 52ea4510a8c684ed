package dev.tightrope.outreach.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Reads the traces of mails that were queued before traces were kept from their rendered bytes, so that what comes back
 * to them is recognised as well.
 */
@ApplicationScoped
class TraceEarlierMails {
    private static final Logger LOG = Logger.getLogger(TraceEarlierMails.class);
    /** So few that whoever wants to deliver one of them hardly waits. */
    private static final int SOME = 20;

    private static final Traces NONE = new Traces("", "", Set.of());

    private final MailTraces traces;

    TraceEarlierMails(MailTraces traces) {
        this.traces = traces;
    }

    /**
     * Some of them, in one transaction; replicas that do the same take others.
     *
     * @return how many
     */
    @Transactional
    int some() {
        List<MailTraces.Untraced> untraced = traces.lockUntraced(SOME);
        untraced.forEach(mail -> traces.keep(mail.id(), tracesOf(mail)));
        return untraced.size();
    }

    /** One that cannot be read has none, and is not looked at again. */
    private static Traces tracesOf(MailTraces.Untraced mail) {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.rendered()));
            String subject = message.getSubject();
            return Traces.of(
                    subject == null ? "" : subject,
                    from(message),
                    body(message, "text/plain"),
                    body(message, "text/html"));
        } catch (MessagingException | IOException | RuntimeException e) {
            LOG.warnf("The mail of delivery %s cannot be read to know it by its text: %s", mail.id(), e);
            return NONE;
        }
    }

    private static String from(MimeMessage message) throws MessagingException {
        return message.getFrom() != null && message.getFrom()[0] instanceof InternetAddress address
                ? address.getAddress()
                : "";
    }

    private static String body(Part part, String type) throws MessagingException, IOException {
        StringBuilder text = new StringBuilder();
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                text.append(body(parts.getBodyPart(i), type));
            }
        } else if (part.isMimeType(type)) {
            text.append(part.getContent());
        }
        return text.toString();
    }
}
