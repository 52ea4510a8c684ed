package dev.tightrope.voicemail.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlanNextAttemptTest {
    private static final CallSettings SETTINGS = new CallSettingsForTests(Duration.ofSeconds(10));
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @ParameterizedTest
    @CsvSource({"NO_ANSWER, PT1H", "BUSY, PT2H", "ASSISTANT_ANSWERED, PT3H", "VOICEMAIL_CUT_OFF, PT0S"})
    void eachOutcomeHasItsPause(CallOutcome outcome, Duration pause) {
        assertThat(PlanNextAttempt.after(attempt(outcome, null), 0, NOW, SETTINGS))
                .isEqualTo(NOW.plus(pause));
    }

    @Test
    void theRepsWordCounts() {
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        assertThat(PlanNextAttempt.after(attempt(CallOutcome.BUSY, tomorrow), 7, NOW, SETTINGS))
                .isEqualTo(tomorrow);
    }

    @Test
    void afterTheLastAttemptTheRepDecides() {
        assertThat(PlanNextAttempt.after(attempt(CallOutcome.BUSY, null), 1, NOW, SETTINGS))
                .isNotNull();
        assertThat(PlanNextAttempt.after(attempt(CallOutcome.BUSY, null), 2, NOW, SETTINGS))
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(CallOutcome.class)
    void onlyWhoWasNotReachedIsCalledAgain(CallOutcome outcome) {
        assertThat(PlanNextAttempt.after(attempt(outcome, null), 0, NOW, SETTINGS) != null)
                .isEqualTo(outcome.calledAgain());
        assertThat(outcome.calledAgain() && outcome.promisesEmail()).isFalse();
    }

    private static CheckedAttempt attempt(CallOutcome outcome, @Nullable Instant next) {
        return new CheckedAttempt(new UUID(0, 1), outcome, NOW, null, null, null, null, next, null);
    }
}
