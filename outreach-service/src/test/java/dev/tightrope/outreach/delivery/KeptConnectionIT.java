package dev.tightrope.outreach.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.outreach.delivery.MailSettings.Security;
import dev.tightrope.outreach.delivery.ScriptedSmtpServer.Step;
import dev.tightrope.outreach.delivery.SmtpOutcome.Accepted;
import dev.tightrope.outreach.delivery.SmtpOutcome.HeldBack;
import dev.tightrope.outreach.delivery.SmtpOutcome.LostAfterDot;
import dev.tightrope.outreach.delivery.SmtpOutcome.LostBeforeDot;
import dev.tightrope.outreach.delivery.SmtpOutcome.RefusedForGood;
import dev.tightrope.outreach.delivery.SmtpOutcome.RefusedForNow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection serves many mails, and none of them is less safe for it. */
class KeptConnectionIT {
    private static final Duration LONG = Duration.ofMinutes(5);

    private ScriptedSmtpServer server = new ScriptedSmtpServer();
    private SmtpServer client = new SmtpServer(TestSmtp.patient(server.port()).keeping(LONG));
    private int asked;

    @BeforeEach
    void oneMailWentAndItsConnectionIsKept() {
        assertThat(send("one")).isInstanceOf(Accepted.class);
        asked = 0;
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void theNextMailGoesOverTheSameConnectionWithSenderAndFenceOfItsOwn() {
        assertThat(send("two")).isInstanceOf(Accepted.class);

        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.accepted()).containsExactly(mail("one"), mail("two"));
        assertThat(server.senders()).containsExactly("one@us.example", "two@us.example");
        assertThat(asked).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "421 idle for too long", "250 what you did not ask for"})
    void aConnectionThatTheServerEndedMeanwhileHoldsNoMailUp(String saying) throws IOException {
        server.hangsUp(saying);

        assertGoesAtOnceOnANewConnection();
    }

    @Test
    void aServerThatStartedAnewGetsTheMailAtOnce() {
        int port = server.port();
        server.close();
        // The port is free once the thread that listened has noticed.
        await().atMost(LONG).ignoreException(UncheckedIOException.class).until(() -> {
            server = new ScriptedSmtpServer(port);
            return true;
        });

        assertThat(send("two")).isInstanceOf(Accepted.class);
        assertThat(server.accepted()).containsExactly(mail("two"));
    }

    @Test
    void aConnectionThatFellSilentHoldsNoMailUpForLong() {
        server.hangs(Step.RSET);

        assertGoesAtOnceOnANewConnection();
    }

    @ParameterizedTest
    @ValueSource(strings = {"421 too many mails", "drop"})
    void aServerThatEndsItAtTheSendersAddressGetsTheMailAtOnce(String how) {
        if (how.equals("drop")) {
            server.dropsOnce(Step.MAIL);
        } else {
            server.answersOnce(Step.MAIL, how);
        }

        assertGoesAtOnceOnANewConnection();
    }

    @Test
    void whatIsLostLaterIsLostAndNotTriedAgainHere() {
        server.dropsOnce(Step.RCPT);
        assertThat(send("two"))
                .isInstanceOfSatisfying(
                        LostBeforeDot.class, lost -> assertThat(lost.phase()).isEqualTo(SmtpPhase.RCPT));
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void droppedAfterTheDotIsUnknownAndNotSentAgain() {
        server.dropsOnce(Step.DOT);

        assertThat(send("two")).isInstanceOf(LostAfterDot.class);

        assertThat(server.acceptedWith("two")).isEqualTo(1);
        assertThat(server.connections()).isEqualTo(1);
        assertThat(send("three")).isInstanceOf(Accepted.class);
        assertThat(server.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL,451 later",
        "MAIL,550 never",
        "RCPT,421 closing",
        "RCPT,451 later",
        "RCPT,550 never",
        "DATA,451 later",
        "DOT,421 closing",
        "DOT,451 later",
        "DOT,550 never"
    })
    void afterARefusalTheConnectionIsNotUsedAgain(Step step, String refusal) {
        server.answersOnce(step, refusal);

        assertThat(send("two")).isInstanceOfAny(RefusedForNow.class, RefusedForGood.class);
        assertThat(send("three")).isInstanceOf(Accepted.class);

        assertThat(server.connections()).isEqualTo(2);
        assertThat(server.accepted()).containsExactly(mail("one"), mail("three"));
    }

    @Test
    void afterTheFenceHeldAMailBackTheConnectionIsNotUsedAgain() {
        assertThat(send("two", () -> Optional.of("suppressed"))).isEqualTo(new HeldBack("suppressed"));
        assertThat(send("three")).isInstanceOf(Accepted.class);

        assertThat(server.connections()).isEqualTo(2);
        assertThat(server.accepted()).containsExactly(mail("one"), mail("three"));
    }

    @Test
    void whoeverStopsTakesLeaveAndKeepsNoMore() {
        client.close();
        await().atMost(LONG).until(() -> server.saidInTheClear().contains("QUIT"));

        assertThat(send("two")).isInstanceOf(Accepted.class);
        assertThat(send("three")).isInstanceOf(Accepted.class);
        assertThat(server.connections()).isEqualTo(3);
    }

    @Test
    void aConnectionNobodyNeedsIsTakenLeaveOf() {
        SmtpServer brief = new SmtpServer(TestSmtp.patient(server.port()).keeping(Duration.ofNanos(1)));
        send(brief, "two", Optional::empty);

        brief.closeIdle();

        await().atMost(LONG).until(() -> server.saidInTheClear().contains("QUIT"));
    }

    @Test
    void itIsKeptOverTls() throws Exception {
        server.offersStartTls("good");
        SmtpServer encrypted = new SmtpServer(TestSmtp.patient(server.port())
                .encrypted(Security.STARTTLS)
                .trusting("src/test/resources/certificates/authority.pem")
                .keeping(LONG));

        assertThat(send(encrypted, "two", Optional::empty)).isInstanceOf(Accepted.class);
        assertThat(send(encrypted, "three", Optional::empty)).isInstanceOf(Accepted.class);

        assertThat(server.connections()).isEqualTo(2);
        encrypted.close();
    }

    private void assertGoesAtOnceOnANewConnection() {
        assertThat(send("two")).isInstanceOf(Accepted.class);
        assertThat(server.acceptedWith("two")).isEqualTo(1);
        assertThat(server.connections()).isEqualTo(2);
        assertThat(asked).isEqualTo(1);
    }

    private SmtpOutcome send(String text) {
        return send(text, Optional::empty);
    }

    private SmtpOutcome send(String text, DotFence fence) {
        return send(client, text, fence);
    }

    private SmtpOutcome send(SmtpServer by, String text, DotFence fence) {
        return by.handOver(
                mail(text).getBytes(StandardCharsets.US_ASCII), text + "@us.example", "b@them.example", () -> {
                    asked++;
                    return fence.holdsBack();
                });
    }

    private static String mail(String text) {
        return "From: a@us.example\r\nTo: b@them.example\r\nSubject: x\r\n\r\n" + text + "\r\n";
    }
}
