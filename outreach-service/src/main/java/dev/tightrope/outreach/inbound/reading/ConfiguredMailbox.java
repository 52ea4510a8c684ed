package dev.tightrope.outreach.inbound.reading;

import dev.tightrope.outreach.mailbox.Authentication;
import dev.tightrope.outreach.mailbox.ConnectionSecurity;
import dev.tightrope.outreach.mailbox.ServerAddress;
import dev.tightrope.outreach.mailbox.connection.ConnectionProblem;
import dev.tightrope.outreach.mailbox.connection.MailConnections;
import dev.tightrope.outreach.mailbox.connection.TrustedServers;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Optional;

/** The mailbox in the configuration, which replies come to. Nobody but an operator can mend it, so it is tried for ever. */
final class ConfiguredMailbox implements ReadableMailbox {
    private final MailboxSettings settings;
    private final MailConnections connections;
    private final ServerAddress server;
    private final TrustedServers trusted;

    private ConfiguredMailbox(MailboxSettings settings, String host, MailConnections connections) {
        this.settings = settings;
        this.connections = connections;
        this.server = new ServerAddress(
                host,
                settings.port(),
                settings.security().orElse(settings.tls() ? ConnectionSecurity.TLS : ConnectionSecurity.NONE));
        this.trusted = new TrustedServers(settings.trustedAuthorities());
    }

    /** Absent without a host. */
    static Optional<ConfiguredMailbox> of(MailboxSettings settings, MailConnections connections) {
        return settings.host().map(host -> new ConfiguredMailbox(settings, host, connections));
    }

    @Override
    public Origin origin() {
        return Origin.CONFIGURATION;
    }

    @Override
    public String name() {
        return settings.user().orElse("") + "@" + server.host() + "/" + settings.folder();
    }

    @Override
    public String source() {
        return name();
    }

    @Override
    public String folder() {
        return settings.folder();
    }

    @Override
    public String inWords() {
        return "The mailbox " + name();
    }

    @Override
    public MailConnections.OpenStore open() throws MessagingException {
        if (settings.user().isEmpty() || settings.password().isEmpty()) {
            throw new AuthenticationFailedException("there is no user or no password in the configuration");
        }
        return connections.imap(
                server, settings.user().get(), settings.password().get(), trusted.context());
    }

    @Override
    public ConnectionProblem problemOf(Throwable failure) {
        return ConnectionProblem.of(
                failure, new ConnectionProblem.Asked(server, Authentication.PASSWORD, settings.folder(), true));
    }

    @Override
    public void takenOver() {
        // As for the notes themselves.
    }

    @Override
    public void works() {
        // Nobody keeps a status of it; health and metrics say what is known of every mailbox.
    }

    @Override
    public boolean fails(Throwable failure, ConnectionProblem problem, int failures) {
        return false;
    }
}
