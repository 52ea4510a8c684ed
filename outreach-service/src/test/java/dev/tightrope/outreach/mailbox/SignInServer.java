package dev.tightrope.outreach.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/** A mail server that asks who is there: password, or with XOAUTH2 a token that is the same. */
public final class SignInServer implements AutoCloseable {
    private final GreenMail server;

    public SignInServer() {
        this(ServerSetup.PROTOCOL_IMAP);
    }

    private SignInServer(String imap) {
        ServerSetup[] setups = {
            new ServerSetup(0, "localhost", imap), new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP)
        };
        for (ServerSetup setup : setups) {
            setup.setServerStartupTimeout(20_000);
        }
        server = new GreenMail(setups);
        server.start();
    }

    /** One whose IMAP is spoken over TLS only, with the good certificate; the server reads it once in a JVM. */
    public static SignInServer overTls() {
        System.setProperty("greenmail.tls.keystore.file", "src/test/resources/certificates/good.p12");
        System.setProperty("greenmail.tls.keystore.password", "changeit");
        return new SignInServer(ServerSetup.PROTOCOL_IMAPS);
    }

    public GreenMailUser user(String address, String password) {
        return server.setUser(address, address, password);
    }

    public int imap() {
        return (server.getImap() == null ? server.getImaps() : server.getImap()).getPort();
    }

    public int smtp() {
        return server.getSmtp().getPort();
    }

    /** Delivers a message that came at some time. */
    public void deliver(String address, String subject, Date receivedAt) {
        String eml = "From: mia@nordkraft.example\r\nTo: " + address + "\r\nMessage-ID: <" + subject
                + "@nordkraft.example>\r\nSubject: " + subject + "\r\n\r\nhello\r\n";
        try {
            MimeMessage message = new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(eml.getBytes(US_ASCII)));
            inbox(address).appendMessage(message, new Flags(), receivedAt);
        } catch (MessagingException | FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything it took for an address. */
    public List<String> accepted(String address) {
        GreenMailUser user = server.getUserManager().getUserByEmail(address);
        if (user == null) {
            return List.of();
        }
        List<String> mails = new ArrayList<>();
        try {
            for (StoredMessage stored : inbox(address).getMessages()) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                stored.getMimeMessage().writeTo(bytes);
                mails.add(bytes.toString(US_ASCII));
            }
        } catch (MessagingException | IOException | FolderException e) {
            throw new IllegalStateException(e);
        }
        return mails;
    }

    /** Messages in a folder of a user, whole; none if there is no such folder. */
    public List<String> in(String address, String folder) {
        return stored(address, folder).stream().map(SignInServer::text).toList();
    }

    /** How many messages in a folder are read. */
    public long read(String address, String folder) {
        return stored(address, folder).stream()
                .filter(message -> message.isSet(Flags.Flag.SEEN))
                .count();
    }

    /** Puts a message into a folder of a user, which is made if need be. */
    public void file(String address, String folder, byte[] message) {
        try {
            GreenMailUser user = server.getUserManager().getUserByEmail(address);
            MailFolder there = server.getManagers().getImapHostManager().getFolder(user, folder);
            if (there == null) {
                there = server.getManagers().getImapHostManager().createMailbox(user, folder);
            }
            if (message.length > 0) {
                there.appendMessage(
                        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message)),
                        new Flags(),
                        new Date());
            }
        } catch (MessagingException | FolderException | AuthorizationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes a folder away from a user. */
    public void remove(String address, String folder) {
        try {
            GreenMailUser user = server.getUserManager().getUserByEmail(address);
            server.getManagers().getImapHostManager().deleteMailbox(user, folder);
        } catch (FolderException | AuthorizationException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<StoredMessage> stored(String address, String folder) {
        GreenMailUser user = server.getUserManager().getUserByEmail(address);
        MailFolder there = server.getManagers().getImapHostManager().getFolder(user, folder);
        return there == null ? List.of() : there.getMessages();
    }

    private static String text(StoredMessage message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            message.getMimeMessage().writeTo(bytes);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toString(US_ASCII);
    }

    private MailFolder inbox(String address) throws FolderException {
        return server.getManagers()
                .getImapHostManager()
                .getInbox(server.getUserManager().getUserByEmail(address));
    }

    @Override
    public void close() {
        server.stop();
    }
}
