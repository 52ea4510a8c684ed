package dev.tightrope.outreach.mailbox.connection;

import dev.tightrope.outreach.mailbox.Authentication;
import dev.tightrope.outreach.mailbox.ConnectionSecurity;
import dev.tightrope.outreach.mailbox.MailAccount;
import dev.tightrope.outreach.mailbox.MailboxesSettings;
import dev.tightrope.outreach.mailbox.ServerAddress;
import dev.tightrope.outreach.mailbox.credentials.SealedSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Service;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Objects;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Opens signed-in connections for accounts. */
@ApplicationScoped
public class MailConnections {
    private final MailboxesSettings settings;
    private final AllowedHosts allowed;
    private final TrustedServers trusted;
    private final AccessTokens tokens;
    private final SealedSecrets secrets;

    MailConnections(
            MailboxesSettings settings,
            AllowedHosts allowed,
            TrustedServers trusted,
            AccessTokens tokens,
            SealedSecrets secrets) {
        this.settings = settings;
        this.allowed = allowed;
        this.trusted = trusted;
        this.tokens = tokens;
        this.secrets = secrets;
    }

    /**
     * An open IMAP store and the sockets beneath it.
     *
     * @param session session
     * @param store store
     * @param sockets sockets
     */
    public record OpenStore(Session session, IMAPStore store, GuardedSockets sockets) {}

    /** Opens the account's IMAP store. */
    public OpenStore imap(MailAccount account) throws MessagingException, SignInException {
        return imap(account, trusted.context());
    }

    OpenStore imap(MailAccount account, SSLContext tls) throws MessagingException, SignInException {
        ServerAddress server = Objects.requireNonNull(account.imap());
        GuardedSockets sockets = sockets(server, tls);
        Session session = session(properties("imap", server, account, sockets, tls));
        IMAPStore store = (IMAPStore) session.getStore("imap");
        signIn(store, account, server);
        return new OpenStore(session, store, sockets);
    }

    /**
     * Opens the IMAP store of the mailbox in the configuration: an operator may name servers of our own network, and says
     * whose certificates are believed.
     */
    public OpenStore imap(ServerAddress server, String user, String password, SSLContext tls)
            throws MessagingException {
        GuardedSockets sockets =
                new GuardedSockets(new AllowedHosts(true), server.security() == ConnectionSecurity.TLS ? tls : null);
        Session session =
                session(SessionProperties.of("imap", server, Authentication.PASSWORD, settings, sockets, tls));
        IMAPStore store = (IMAPStore) session.getStore("imap");
        store.connect(server.host(), server.port(), user, password);
        return new OpenStore(session, store, sockets);
    }

    private static Session session(Properties properties) {
        properties.put("mail.imap.peek", "true");
        return Session.getInstance(properties);
    }

    /** Signs in at the account's SMTP server and takes leave again. */
    void trySmtp(MailAccount account, SSLContext tls) throws MessagingException, SignInException {
        ServerAddress server = Objects.requireNonNull(account.smtp());
        Properties properties = properties("smtp", server, account, sockets(server, tls), tls);
        SMTPTransport transport =
                (SMTPTransport) Session.getInstance(properties).getTransport("smtp");
        signIn(transport, account, server);
        try {
            if (account.outgoing().subAddressing()) {
                trySender(transport, account.addressWith("test"));
            }
        } finally {
            transport.close();
        }
    }

    private static void trySender(SMTPTransport transport, String sender) throws MessagingException {
        try {
            transport.issueCommand("MAIL FROM:<" + sender + ">", 250);
        } catch (MessagingException e) {
            throw new RefusedSenderException(sender, String.valueOf(e.getMessage()));
        }
    }

    /** What a conversation with the account's SMTP server needs besides host, port and login. */
    public Properties smtpProperties(MailAccount account) {
        Properties properties = new Properties();
        if (Objects.requireNonNull(account.smtp()).security() == ConnectionSecurity.STARTTLS) {
            properties.put("mail.smtp.ssl.socketFactory", trusted.context().getSocketFactory());
        }
        if (account.authentication() == Authentication.XOAUTH2) {
            properties.put("mail.smtp.auth.mechanisms", "XOAUTH2");
        }
        return properties;
    }

    /** An unconnected socket for the account's SMTP server; with security TLS it speaks TLS by itself. */
    public Socket smtpSocket(MailAccount account) {
        try {
            return sockets(Objects.requireNonNull(account.smtp()), trusted.context())
                    .createSocket();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GuardedSockets sockets(ServerAddress server, SSLContext tls) {
        return new GuardedSockets(allowed, server.security() == ConnectionSecurity.TLS ? tls : null);
    }

    /** Forgets an access token that a server may have refused, so that the next try has a new one. */
    public void forget(MailAccount account, String password) {
        tokens.forget(account, password);
    }

    /** The password to present: the account's own, or an access token. */
    public String passwordOf(MailAccount account) throws SignInException {
        if (account.authentication() == Authentication.XOAUTH2) {
            return tokens.of(account);
        }
        String password = secrets.open(account.id(), account.sealed()).password();
        if (password == null) {
            throw new SignInException("there is no password", true);
        }
        return password;
    }

    private void signIn(Service service, MailAccount account, ServerAddress server)
            throws MessagingException, SignInException {
        String password = passwordOf(account);
        try {
            service.connect(server.host(), server.port(), account.username(), password);
        } catch (AuthenticationFailedException e) {
            if (account.authentication() != Authentication.XOAUTH2) {
                throw e;
            }
            // A token can be withdrawn before its time: one more try with a new one.
            tokens.forget(account, password);
            service.connect(server.host(), server.port(), account.username(), passwordOf(account));
        }
    }

    private Properties properties(
            String protocol, ServerAddress server, MailAccount account, GuardedSockets sockets, SSLContext tls) {
        return SessionProperties.of(protocol, server, account.authentication(), settings, sockets, tls);
    }
}
