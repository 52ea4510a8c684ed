package dev.tightrope.embedded;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A real SMTP and IMAP server that takes mail for every address. A plus-address ({@code anna+token@x}) is delivered to
 * its plain mailbox; the IMAP login is that plain address, with any password.
 */
public final class MailServer implements AutoCloseable {

    private final int smtpPort;
    private final int imapPort;
    private final GreenMail server;
    private final @Nullable MailFolder folder;
    private final List<AcceptedMail> accepted = new CopyOnWriteArrayList<>();

    private MailServer(int smtpPort, int imapPort, @Nullable Path folder) {
        this.smtpPort = smtpPort;
        this.imapPort = imapPort;
        this.folder = folder == null ? null : new MailFolder(folder);
        ServerSetup smtp = new ServerSetup(smtpPort, "localhost", ServerSetup.PROTOCOL_SMTP);
        ServerSetup imap = new ServerSetup(imapPort, "localhost", ServerSetup.PROTOCOL_IMAP);
        for (ServerSetup setup : List.of(smtp, imap)) {
            setup.setServerStartupTimeout(20_000);
        }
        server = new GreenMail(new ServerSetup[] {smtp, imap});
        server.withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
        server.getUserManager().setMessageDeliveryHandler(this::deliver);
    }

    /** Starts a server on free ports that keeps its mails in memory. */
    public static MailServer start() {
        return start(0, 0, null);
    }

    /** Starts a server; with port 0 a free port is taken, with a folder its mails are kept there as files. */
    public static MailServer start(int smtpPort, int imapPort, @Nullable Path folder) {
        MailServer started = new MailServer(
                smtpPort != 0 ? smtpPort : Ports.free(), imapPort != 0 ? imapPort : Ports.free(), folder);
        started.server.start();
        started.restoreKeptMails();
        return started;
    }

    private void restoreKeptMails() {
        if (folder != null) {
            for (AcceptedMail kept : folder.read()) {
                accepted.add(kept);
                mailboxOf(kept.recipient()).deliver(kept.message());
            }
        }
    }

    private GreenMailUser deliver(MovingMessage moving, MailAddress address) throws MessagingException {
        MimeMessage message = moving.getMessage();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            message.writeTo(bytes);
        } catch (IOException e) {
            throw new MessagingException("Could not copy the message", e);
        }
        MailAddress returnPath = moving.getReturnPath();
        AcceptedMail mail = new AcceptedMail(
                Clock.systemUTC().instant(),
                address.getEmail(),
                returnPath == null || returnPath.getEmail() == null ? "" : returnPath.getEmail(),
                message.getMessageID(),
                bytes.toString(StandardCharsets.ISO_8859_1));
        if (folder != null) {
            folder.write(mail, accepted.size());
        }
        accepted.add(mail);
        return mailboxOf(address.getEmail());
    }

    private synchronized GreenMailUser mailboxOf(String address) {
        String plain = plainAddress(address);
        GreenMailUser known = server.getUserManager().getUser(plain);
        if (known != null) {
            return known;
        }
        try {
            return server.getUserManager().createUser(plain, plain, "any");
        } catch (UserException e) {
            throw new IllegalStateException("No mailbox for " + plain, e);
        }
    }

    private static String plainAddress(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        int plus = lower.indexOf('+');
        return plus > 0 && plus < at ? lower.substring(0, plus) + lower.substring(at) : lower;
    }

    /** Makes sure the mailbox of an address exists, for a reader that logs in before the first mail comes. */
    public void createMailbox(String address) {
        mailboxOf(address);
    }

    /** The port that takes mail. */
    public int smtpPort() {
        return smtpPort;
    }

    /** The port mailboxes are read from. */
    public int imapPort() {
        return imapPort;
    }

    /** Every message accepted so far, oldest first, one entry per recipient: the oracle of "exactly one mail". */
    public List<AcceptedMail> accepted() {
        return List.copyOf(accepted);
    }

    /** The accepted messages of one mailbox; plus-tags do not matter. */
    public List<AcceptedMail> acceptedFor(String address) {
        String plain = plainAddress(address);
        return accepted.stream()
                .filter(mail -> plainAddress(mail.recipient()).equals(plain))
                .toList();
    }

    /** Sends a complete message (headers, empty line, body) through SMTP, as an outside mail system would. */
    public void send(String from, String to, String eml) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "localhost");
        properties.put("mail.smtp.port", Integer.toString(smtpPort));
        properties.put("mail.smtp.from", from);
        Session session = Session.getInstance(properties);
        try {
            MimeMessage message = new AsWritten(session, eml);
            Transport.send(message, new InternetAddress[] {new InternetAddress(to)});
        } catch (MessagingException e) {
            throw new IllegalStateException("The mail server did not take the mail to " + to, e);
        }
    }

    /** Stops both listeners; mails accepted so far can still be looked at. */
    @Override
    public void close() {
        server.stop();
    }

    /** A message whose headers, Message-ID among them, are sent as they were written. */
    private static final class AsWritten extends MimeMessage {
        AsWritten(Session session, String eml) throws MessagingException {
            super(session, new ByteArrayInputStream(eml.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            if (getMessageID() == null) {
                super.updateMessageID();
            }
        }
    }
}
