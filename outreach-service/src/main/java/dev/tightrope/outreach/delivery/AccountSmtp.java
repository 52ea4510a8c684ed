package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.mailbox.ConnectionSecurity;
import dev.tightrope.outreach.mailbox.MailAccount;
import dev.tightrope.outreach.mailbox.MailboxesSettings;
import dev.tightrope.outreach.mailbox.ServerAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** An account's SMTP server in the words of the configured one; never printed, because it holds the password. */
final class AccountSmtp implements MailSettings.Smtp {
    private final ServerAddress server;
    private final String username;
    private final String password;
    private final MailSettings.Smtp configured;
    private final MailboxesSettings limits;

    AccountSmtp(MailAccount account, String password, MailSettings.Smtp configured, MailboxesSettings limits) {
        this.server = Objects.requireNonNull(account.smtp());
        this.username = account.username();
        this.password = password;
        this.configured = configured;
        this.limits = limits;
    }

    @Override
    public String host() {
        return server.host();
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public Optional<String> username() {
        return Optional.of(username);
    }

    @Override
    public Optional<String> password() {
        return Optional.of(password);
    }

    @Override
    public MailSettings.Security security() {
        // With TLS the account's socket encrypts by itself, beneath what Angus knows of.
        return server.security() == ConnectionSecurity.STARTTLS
                ? MailSettings.Security.STARTTLS
                : MailSettings.Security.NONE;
    }

    @Override
    public Optional<Path> trustedAuthorities() {
        // The account's own route brings its trust.
        return Optional.empty();
    }

    @Override
    public Duration keepConnection() {
        // A rep sends now and then; their provider counts the connections.
        return Duration.ZERO;
    }

    @Override
    public Optional<String> heloName() {
        return configured.heloName();
    }

    @Override
    public Duration connectTimeout() {
        return limits.connectTimeout();
    }

    @Override
    public Duration answerTimeout() {
        return limits.answerTimeout();
    }

    @Override
    public Duration dotTimeout() {
        return configured.dotTimeout();
    }
}
