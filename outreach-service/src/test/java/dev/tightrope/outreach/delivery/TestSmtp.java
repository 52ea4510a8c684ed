package dev.tightrope.outreach.delivery;

import java.time.Duration;
import java.util.Optional;

/** Connection settings towards a server on this machine. */
record TestSmtp(int port, Duration answerTimeout, Duration dotTimeout) implements MailSettings.Smtp {

    static TestSmtp patient(int port) {
        return new TestSmtp(port, Duration.ofSeconds(30), Duration.ofSeconds(30));
    }

    static TestSmtp impatient(int port) {
        return new TestSmtp(port, Duration.ofMillis(300), Duration.ofMillis(300));
    }

    @Override
    public String host() {
        return "127.0.0.1";
    }

    @Override
    public Optional<String> username() {
        return Optional.empty();
    }

    @Override
    public Optional<String> password() {
        return Optional.empty();
    }

    @Override
    public MailSettings.Security security() {
        return MailSettings.Security.NONE;
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
