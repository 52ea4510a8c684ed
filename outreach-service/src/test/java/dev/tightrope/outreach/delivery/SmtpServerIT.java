package dev.tightrope.outreach.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.delivery.ScriptedSmtpServer.Step;
import dev.tightrope.outreach.delivery.SmtpOutcome.Accepted;
import dev.tightrope.outreach.delivery.SmtpOutcome.HeldBack;
import dev.tightrope.outreach.delivery.SmtpOutcome.LostAfterDot;
import dev.tightrope.outreach.delivery.SmtpOutcome.LostBeforeDot;
import dev.tightrope.outreach.delivery.SmtpOutcome.RefusedForGood;
import dev.tightrope.outreach.delivery.SmtpOutcome.RefusedForNow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is known of a mail after every way a conversation can end; the server's own log is the judge. */
class SmtpServerIT {
    private static final String MAIL =
            "From: a@us.example\r\nTo: b@them.example\r\nSubject: x\r\n\r\n" + "one\r\n.\r\n..two\r\nlast\r\n";

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();
    private int asked;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatWasRenderedArrivesByteForByte() {
        assertThat(handOver(TestSmtp.patient(server.port()))).isEqualTo(new Accepted("250 queued"));
        assertThat(server.accepted()).containsExactly(MAIL);
        assertThat(asked).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"BANNER", "EHLO", "MAIL", "RCPT", "DATA"})
    void droppedBeforeTheDotIsLostBeforeTheDot(Step step) {
        server.drops(step);

        assertThat(handOver(TestSmtp.patient(server.port()))).isInstanceOf(LostBeforeDot.class);
        assertThat(server.accepted()).isEmpty();
        assertThat(asked).isZero();
    }

    @Test
    void droppedInsideTheContentIsLostBeforeTheDotEvenIfTheFenceWasPassed() {
        server.drops(Step.CONTENT);

        SmtpOutcome outcome = handOver(TestSmtp.patient(server.port()), () -> {
            await(server);
            return Optional.empty();
        });

        assertThat(outcome).isInstanceOf(LostBeforeDot.class);
        assertThat(server.accepted()).isEmpty();
    }

    @Test
    void droppedAfterTheDotIsUnknownWhenItWasTaken() {
        server.drops(Step.DOT);

        assertThat(handOver(TestSmtp.patient(server.port()))).isInstanceOf(LostAfterDot.class);
        assertThat(server.accepted()).hasSize(1);
    }

    @Test
    void droppedAfterTheDotIsUnknownWhenItWasNotTaken() {
        server.losesAfterDot();

        assertThat(handOver(TestSmtp.patient(server.port()))).isInstanceOf(LostAfterDot.class);
        assertThat(server.accepted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BANNER,421",
        "BANNER,554",
        "EHLO,421",
        "EHLO,550",
        "MAIL,421",
        "MAIL,451",
        "RCPT,421",
        "RCPT,451",
        "DATA,421",
        "DATA,451",
        "DOT,421",
        "DOT,451"
    })
    void refusedForNow(Step step, String code) {
        server.answers(step, code + " not now");

        SmtpOutcome outcome = handOver(TestSmtp.patient(server.port()));

        boolean connecting = step == Step.BANNER || step == Step.EHLO;
        assertThat(outcome).isInstanceOfAny(RefusedForNow.class, LostBeforeDot.class);
        if (!connecting) {
            assertThat(outcome).isInstanceOfSatisfying(RefusedForNow.class, refused -> {
                assertThat(refused.code()).isEqualTo(Integer.parseInt(code));
                assertThat(refused.reply()).contains("not now");
            });
        }
        assertThat(server.accepted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MAIL,550", "MAIL,554", "RCPT,550", "RCPT,554", "DATA,550", "DATA,554", "DOT,550", "DOT,554"})
    void refusedForGood(Step step, String code) {
        server.answers(step, code + " never");

        assertThat(handOver(TestSmtp.patient(server.port()))).isInstanceOfSatisfying(RefusedForGood.class, refused -> {
            assertThat(refused.code()).isEqualTo(Integer.parseInt(code));
            assertThat(refused.reply()).contains("never");
        });
        assertThat(server.accepted()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"BANNER", "EHLO", "MAIL", "RCPT", "DATA"})
    void hungBeforeTheDotIsLostBeforeTheDot(Step step) {
        server.hangs(step);

        assertThat(handOver(TestSmtp.impatient(server.port()))).isInstanceOf(LostBeforeDot.class);
        assertThat(server.accepted()).isEmpty();
    }

    @Test
    void hungAfterTheDotIsUnknown() {
        server.hangs(Step.DOT);

        assertThat(handOver(new TestSmtp(server.port(), Duration.ofSeconds(30), Duration.ofMillis(300))))
                .isInstanceOf(LostAfterDot.class);
    }

    @ParameterizedTest
    @CsvSource({"2", "what?", "''"})
    void anAnswerToTheDotThatCannotBeUnderstoodIsUnknown(String answer) {
        server.answers(Step.DOT, answer);

        assertThat(handOver(TestSmtp.patient(server.port()))).isInstanceOf(LostAfterDot.class);
    }

    @Test
    void aServerThatGivesUpInsideDataIsNotSentTheDot() {
        server.answers(Step.CONTENT, "421 closing");

        SmtpOutcome outcome = handOver(TestSmtp.patient(server.port()), () -> {
            await(server);
            return Optional.empty();
        });

        assertThat(outcome).isInstanceOf(LostBeforeDot.class);
        assertThat(server.accepted()).isEmpty();
    }

    @Test
    void theFenceHoldsTheDotBack() {
        assertThat(handOver(TestSmtp.patient(server.port()), () -> Optional.of("suppressed")))
                .isEqualTo(new HeldBack("suppressed"));
        assertThat(server.accepted()).isEmpty();
    }

    @Test
    void aFenceThatBreaksHoldsTheDotBack() {
        SmtpOutcome outcome = handOver(TestSmtp.patient(server.port()), () -> {
            throw new IllegalStateException("database away");
        });

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        LostBeforeDot.class, lost -> assertThat(lost.reason()).contains("database away"));
        assertThat(server.accepted()).isEmpty();
    }

    @Test
    void nobodyListening() {
        server.close();

        assertThat(handOver(TestSmtp.patient(server.port()))).isInstanceOf(LostBeforeDot.class);
    }

    private SmtpOutcome handOver(TestSmtp settings) {
        return handOver(settings, Optional::empty);
    }

    private SmtpOutcome handOver(TestSmtp settings, DotFence fence) {
        return new SmtpServer(settings)
                .handOver(MAIL.getBytes(StandardCharsets.US_ASCII), "a@us.example", "b@them.example", () -> {
                    asked++;
                    return fence.holdsBack();
                });
    }

    private static void await(ScriptedSmtpServer server) {
        try {
            assertThat(server.misbehaved().await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
