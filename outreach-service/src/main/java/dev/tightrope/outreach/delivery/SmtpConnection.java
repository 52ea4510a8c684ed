package dev.tightrope.outreach.delivery;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One connection to the mail server, opened by its first mail; used by one worker at a time. */
final class SmtpConnection {
    private static final Logger LOG = Logger.getLogger(SmtpConnection.class);
    /** A connection that fell silent must not hold a mail up for as long as a slow server may. */
    private static final Duration PATIENCE_WITH_KEPT = Duration.ofSeconds(3);

    private final MailSettings.Smtp settings;
    private final @Nullable AccountRoute route;
    private final WatchedSockets sockets;
    private final Session session;
    private final FencedTransport transport;
    private boolean opened;
    private long restsSince;

    SmtpConnection(MailSettings.Smtp settings, @Nullable SSLSocketFactory tls, @Nullable AccountRoute route) {
        this.settings = settings;
        this.route = route;
        this.sockets = new WatchedSockets(route == null ? Socket::new : route.sockets());
        this.session = session(tls);
        this.transport = new FencedTransport(session, sockets, millis(settings.dotTimeout()));
    }

    /** Returns the server's answer to the dot. */
    String send(byte[] rendered, String from, String to, DotFence fence) throws MessagingException {
        transport.begin(fence);
        if (!opened) {
            transport.connect(
                    settings.host(),
                    settings.port(),
                    settings.username().orElse(null),
                    settings.password().orElse(null));
            opened = true;
        }
        session.getProperties().put("mail.smtp.from", from);
        transport.sendMessage(new RenderedMessage(session, rendered), new Address[] {new InternetAddress(to, true)});
        return transport.getLastServerResponse();
    }

    /** How far the latest mail came. */
    SmtpPhase phase() {
        return transport.phase();
    }

    void rests() {
        restsSince = System.nanoTime();
    }

    boolean isIdleFor(Duration limit) {
        return System.nanoTime() - restsSince >= limit.toNanos();
    }

    /** Asks the server, which may have gone or said goodbye since the last mail. */
    boolean isAlive() {
        try {
            sockets.requireSilentAndOpen();
            sockets.setTimeout(Math.min(millis(PATIENCE_WITH_KEPT), millis(settings.answerTimeout())));
            boolean answered = transport.isConnected();
            if (answered) {
                sockets.setTimeout(millis(settings.answerTimeout()));
            }
            return answered;
        } catch (IOException e) {
            LOG.debugf(e, "a kept connection to the mail server had ended");
            return false;
        }
    }

    void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debugf(e, "the mail server did not say goodbye");
        }
    }

    private Session session(@Nullable SSLSocketFactory tls) {
        Properties properties = new Properties();
        properties.put("mail.smtp.socketFactory", sockets);
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.connectiontimeout", Integer.toString(millis(settings.connectTimeout())));
        properties.put("mail.smtp.timeout", Integer.toString(millis(settings.answerTimeout())));
        properties.put("mail.smtp.writetimeout", Integer.toString(millis(settings.answerTimeout())));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.sendpartial", "false");
        // Asked by RSET whether it is alive: what an earlier mail may have left there is gone then, too.
        properties.put("mail.smtp.userset", "true");
        settings.heloName().ifPresent(name -> properties.put("mail.smtp.localhost", name));
        if (settings.username().isPresent()) {
            properties.put("mail.smtp.auth", "true");
        }
        switch (settings.security()) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
                encrypt(properties, tls);
            }
            case TLS -> {
                properties.put("mail.smtp.ssl.enable", "true");
                encrypt(properties, tls);
            }
            case NONE -> {}
        }
        if (route != null) {
            properties.putAll(route.properties());
        }
        return Session.getInstance(properties);
    }

    private void encrypt(Properties properties, @Nullable SSLSocketFactory tls) {
        if (tls != null) {
            properties.put("mail.smtp.ssl.socketFactory", sockets.encryptedBy(tls));
        }
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
