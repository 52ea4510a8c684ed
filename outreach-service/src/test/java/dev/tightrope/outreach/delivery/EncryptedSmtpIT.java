package dev.tightrope.outreach.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.delivery.MailSettings.Security;
import dev.tightrope.outreach.delivery.ScriptedSmtpServer.Step;
import dev.tightrope.outreach.delivery.SmtpOutcome.Accepted;
import dev.tightrope.outreach.delivery.SmtpOutcome.HeldBack;
import dev.tightrope.outreach.delivery.SmtpOutcome.LostAfterDot;
import dev.tightrope.outreach.delivery.SmtpOutcome.LostBeforeDot;
import dev.tightrope.outreach.mailbox.TlsDoor;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Towards a mail server that is not who it says it is, nothing is told: neither mail nor password. */
class EncryptedSmtpIT {
    private static final String AUTHORITY = "src/test/resources/certificates/authority.pem";
    private static final String MAIL = "From: a@us.example\r\nTo: b@them.example\r\nSubject: x\r\n\r\nsecret plan\r\n";

    private final ScriptedSmtpServer server = new ScriptedSmtpServer().asksToSignIn("tightrope", "s3cret");

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"STARTTLS", "TLS"})
    void overTlsTheMailArrivesByteForByteOnceTheFenceIsPassed(Security how) throws Exception {
        try (Reached reached = reached(how, "good")) {
            assertThat(handOver(reached.trusted(), Optional::empty)).isInstanceOf(Accepted.class);
            assertThat(server.accepted()).containsExactly(MAIL);
            assertNothingInTheClear(how);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"STARTTLS", "TLS"})
    void overTlsTheFenceHoldsTheDotBack(Security how) throws Exception {
        try (Reached reached = reached(how, "good")) {
            assertThat(handOver(reached.trusted(), () -> Optional.of("suppressed")))
                    .isEqualTo(new HeldBack("suppressed"));
            assertThat(server.accepted()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"STARTTLS", "TLS"})
    void overTlsAConnectionLostAfterTheDotIsUnknown(Security how) throws Exception {
        server.drops(Step.DOT);
        try (Reached reached = reached(how, "good")) {
            assertThat(handOver(reached.trusted(), Optional::empty)).isInstanceOf(LostAfterDot.class);
            assertThat(server.accepted()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "STARTTLS,unknown,nobody we trust",
        "TLS,unknown,nobody we trust",
        "STARTTLS,other-name,another name",
        "TLS,other-name,another name",
        "STARTTLS,expired,has expired",
        "TLS,expired,has expired"
    })
    void aWrongCertificateGetsNeitherMailNorPassword(Security how, String certificate, String reason) throws Exception {
        try (Reached reached = reached(how, certificate)) {
            assertNotSent(reached.trusted(), reason);
            assertNothingInTheClear(how);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"STARTTLS", "TLS"})
    void aPrivateAuthorityIsNotTrustedUnlessConfigured(Security how) throws Exception {
        try (Reached reached = reached(how, "good")) {
            assertNotSent(reached.untrusted(), "tightrope.mail.smtp.trusted-authorities");
            assertNothingInTheClear(how);
        }
    }

    @Test
    void withoutStartTlsNothingIsSentInTheClear() {
        assertNotSent(smtp(server.port()).encrypted(Security.STARTTLS).trusting(AUTHORITY), "STARTTLS");
        assertNothingInTheClear(Security.STARTTLS);
    }

    @ParameterizedTest
    @CsvSource({"STARTTLS", "TLS"})
    void aWrongPasswordIsTheOperatorsMatterAndNotTheRecipients(Security how) throws Exception {
        try (Reached reached = reached(how, "good")) {
            assertNotSent(reached.trusted().signingIn("tightrope", "wr0ng"), "did not accept user and password: 535");
            assertNothingInTheClear(how);
        }
    }

    private void assertNotSent(TestSmtp settings, String reason) {
        assertThat(handOver(settings, Optional::empty)).isInstanceOfSatisfying(LostBeforeDot.class, lost -> {
            assertThat(lost.phase()).isEqualTo(SmtpPhase.CONNECT);
            assertThat(lost.reason()).contains(reason).doesNotContain("s3cret").doesNotContain("wr0ng");
        });
        assertThat(server.accepted()).isEmpty();
        assertThat(server.senders()).isEmpty();
    }

    /** Behind the door of TLS the server hears everything unencrypted; then the door is what counts. */
    private void assertNothingInTheClear(Security how) {
        if (how == Security.STARTTLS) {
            assertThat(server.saidInTheClear()).allMatch(line -> line.matches("(EHLO|HELO|STARTTLS|QUIT).*"));
        }
    }

    private record Reached(int port, Security how, AutoCloseable door) implements AutoCloseable {
        TestSmtp untrusted() {
            return smtp(port).encrypted(how);
        }

        TestSmtp trusted() {
            return untrusted().trusting(AUTHORITY);
        }

        @Override
        public void close() throws Exception {
            door.close();
        }
    }

    private Reached reached(Security how, String certificate) throws Exception {
        if (how == Security.TLS) {
            TlsDoor door = new TlsDoor(certificate, server.port());
            return new Reached(door.port(), how, door);
        }
        server.offersStartTls(certificate);
        return new Reached(server.port(), how, () -> {});
    }

    private static TestSmtp smtp(int port) {
        return TestSmtp.patient(port).signingIn("tightrope", "s3cret");
    }

    private static SmtpOutcome handOver(TestSmtp settings, DotFence fence) {
        return new SmtpServer(settings)
                .handOver(MAIL.getBytes(StandardCharsets.US_ASCII), "a@us.example", "b@them.example", fence);
    }
}
