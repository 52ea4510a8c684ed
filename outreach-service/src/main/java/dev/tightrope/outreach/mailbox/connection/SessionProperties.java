package dev.tightrope.outreach.mailbox.connection;

import dev.tightrope.outreach.mailbox.Authentication;
import dev.tightrope.outreach.mailbox.ConnectionSecurity;
import dev.tightrope.outreach.mailbox.MailboxesSettings;
import dev.tightrope.outreach.mailbox.ServerAddress;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLContext;

/** How Angus is told to connect: guarded sockets, verified TLS, limits for every step. */
final class SessionProperties {
    private SessionProperties() {}

    static Properties of(
            String protocol,
            ServerAddress server,
            Authentication authentication,
            MailboxesSettings settings,
            GuardedSockets sockets,
            SSLContext tls) {
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.put(prefix + "socketFactory", sockets);
        properties.put(prefix + "socketFactory.fallback", "false");
        properties.put(prefix + "usesocketchannels", "true");
        // One thread for the listeners of all connections, not one each.
        properties.put("mail.event.scope", "application");
        properties.put(prefix + "connectiontimeout", millis(settings.connectTimeout()));
        properties.put(prefix + "timeout", millis(settings.answerTimeout()));
        if (server.security() == ConnectionSecurity.STARTTLS) {
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", "true");
            properties.put(prefix + "ssl.socketFactory", tls.getSocketFactory());
            properties.put(prefix + "ssl.checkserveridentity", "true");
        }
        if (authentication == Authentication.XOAUTH2) {
            properties.put(prefix + "auth.mechanisms", "XOAUTH2");
        }
        if (protocol.equals("smtp")) {
            properties.put(prefix + "auth", "true");
            properties.put(prefix + "quitwait", "false");
            // Not for IMAP: Angus watches it with a thread for each connection, and only a few words are written there.
            properties.put(prefix + "writetimeout", millis(settings.answerTimeout()));
        }
        return properties;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
