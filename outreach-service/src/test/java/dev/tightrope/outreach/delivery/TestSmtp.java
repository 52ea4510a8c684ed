package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.delivery.MailSettings.Security;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Connection settings towards a server on this machine. */
record TestSmtp(
        String host,
        int port,
        Duration answerTimeout,
        Duration dotTimeout,
        Security security,
        Optional<String> username,
        Optional<String> password,
        Optional<Path> trustedAuthorities,
        Duration keepConnection)
        implements MailSettings.Smtp {

    TestSmtp(int port, Duration answerTimeout, Duration dotTimeout) {
        this(
                "127.0.0.1",
                port,
                answerTimeout,
                dotTimeout,
                Security.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO);
    }

    static TestSmtp patient(int port) {
        return new TestSmtp(port, Duration.ofSeconds(30), Duration.ofSeconds(30));
    }

    static TestSmtp impatient(int port) {
        return new TestSmtp(port, Duration.ofMillis(300), Duration.ofMillis(300));
    }

    TestSmtp signingIn(String user, String secret) {
        return new TestSmtp(
                host,
                port,
                answerTimeout,
                dotTimeout,
                security,
                Optional.of(user),
                Optional.of(secret),
                trustedAuthorities,
                keepConnection);
    }

    /** By the name the good certificate is for. */
    TestSmtp encrypted(Security how) {
        return new TestSmtp(
                "localhost",
                port,
                answerTimeout,
                dotTimeout,
                how,
                username,
                password,
                trustedAuthorities,
                keepConnection);
    }

    TestSmtp trusting(String authorities) {
        return new TestSmtp(
                host,
                port,
                answerTimeout,
                dotTimeout,
                security,
                username,
                password,
                Optional.of(Path.of(authorities)),
                keepConnection);
    }

    TestSmtp keeping(Duration idle) {
        return new TestSmtp(
                host, port, answerTimeout, dotTimeout, security, username, password, trustedAuthorities, idle);
    }

    @Override
    public Optional<String> heloName() {
        return Optional.of("client.example");
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(10);
    }
}
