package dev.tightrope.outreach.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.delivery.ScriptedSmtpServer.Step;
import dev.tightrope.outreach.email.RunningOutreach;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a server does once and at whatever step, its accept log never shows a mail twice, nor is one lost silently. */
@QuarkusTest
class EveryEndingIT {
    private static final int MOST_ATTEMPTS = 4;
    private static final Set<String> OPEN = Set.of("QUEUED", "TEMPORARY");

    @Inject
    HandDelivery hand;

    @ParameterizedTest
    @CsvSource({
        "BANNER,drop",
        "BANNER,421 busy",
        "BANNER,554 go away",
        "EHLO,drop",
        "EHLO,421 busy",
        "MAIL,drop",
        "MAIL,421 busy",
        "MAIL,451 later",
        "MAIL,550 no",
        "MAIL,554 no",
        "RCPT,drop",
        "RCPT,421 busy",
        "RCPT,451 later",
        "RCPT,550 no",
        "RCPT,554 no",
        "DATA,drop",
        "DATA,421 busy",
        "DATA,451 later",
        "DATA,550 no",
        "DATA,554 no",
        "CONTENT,drop",
        "DOT,drop",
        "DOT,421 busy",
        "DOT,451 later",
        "DOT,550 no",
        "DOT,554 no",
        "DOT,gibberish"
    })
    void atMostOnceAndNeverSilentlyLost(Step step, String misdeed) {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            if (misdeed.equals("drop")) {
                server.dropsOnce(step);
            } else {
                server.answersOnce(step, misdeed);
            }
            UUID delivery = hand.released(RunningOutreach.voicemailLeft());

            int attempts = 0;
            while (OPEN.contains(hand.state(delivery)) && attempts++ < MOST_ATTEMPTS) {
                hand.attempt(delivery, server);
            }

            String end = hand.state(delivery);
            assertThat(server.accepted().size()).isLessThanOrEqualTo(1);
            assertThat(end).isIn("SENT", "PERMANENT", "UNKNOWN");
            if (end.equals("SENT")) {
                assertThat(server.accepted()).hasSize(1);
            } else if (end.equals("PERMANENT")) {
                assertThat(server.accepted()).isEmpty();
                assertThat(misdeed).startsWith("55");
            } else {
                assertThat(step).isIn(Step.DOT, Step.CONTENT);
            }
        }
    }

    /** Each letter comes in time, the whole answer takes far longer than a single read is waited for. */
    @ParameterizedTest
    @CsvSource({"MAIL", "DOT"})
    void aServerThatSpeaksLetterByLetterIsListenedToAndTakesTheMailOnce(Step step) {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            server.speaksSlowly(step, Duration.ofMillis(300));
            UUID delivery = hand.released(RunningOutreach.voicemailLeft());

            hand.attempt(delivery, new TestSmtp(server.port(), Duration.ofSeconds(3), Duration.ofSeconds(3)));

            assertThat(hand.state(delivery)).isEqualTo("SENT");
            assertThat(server.accepted()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"EHLO", "MAIL", "RCPT", "DATA"})
    void aServerThatHangsBeforeTheDotGetsItWithALaterAttemptOnce(Step step) {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            server.hangs(step);
            UUID delivery = hand.released(RunningOutreach.voicemailLeft());
            hand.attempt(delivery, TestSmtp.impatient(server.port()));
            assertThat(hand.state(delivery)).isIn(OPEN);

            server.behaves();
            hand.attempt(delivery, server);

            assertThat(hand.state(delivery)).isEqualTo("SENT");
            assertThat(server.accepted()).hasSize(1);
        }
    }

    @Test
    void aServerThatHangsAfterTheDotIsNotGivenItAgain() {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            server.hangs(Step.DOT);
            UUID delivery = hand.released(RunningOutreach.voicemailLeft());

            hand.attempt(delivery, new TestSmtp(server.port(), Duration.ofSeconds(30), Duration.ofMillis(300)));

            assertThat(hand.state(delivery)).isEqualTo("UNKNOWN");
            assertThat(hand.isOpen(delivery)).isFalse();
            assertThat(server.accepted()).hasSize(1);
        }
    }
}
