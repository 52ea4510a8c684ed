package dev.tightrope.voicemail.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tightrope.api.FieldError;
import dev.tightrope.api.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckedAttemptTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final UUID OUTREACH = UUID.fromString("0195a0c0-0000-7000-8000-000000000001");

    @ParameterizedTest
    @EnumSource(
            value = CallOutcome.class,
            names = {"MEETING_AGREED", "REFERRED"},
            mode = EnumSource.Mode.EXCLUDE)
    void mostOutcomesNeedNothingElse(CallOutcome outcome) {
        CheckedAttempt checked = CheckedAttempt.of(request(outcome, null, null, null, null, null), NOW);

        assertThat(checked.startedAt()).isEqualTo(NOW);
        assertThat(checked.outcome()).isEqualTo(outcome);
    }

    @Test
    void everythingMissingIsNamedAtOnce() {
        assertThat(wrong(new CallAttemptRequest(null, null, null, null, null, null, null, null, null)))
                .containsExactly("/outreachId", "/outcome");
        assertThat(wrong(request(CallOutcome.MEETING_AGREED, null, null, null, new ReferredTo(" ", null, "12"), NOW)))
                .containsExactly(
                        "/nextAttemptAt",
                        "/referredTo/name",
                        "/referredTo/phone",
                        "/meetingAt",
                        "/referredTo",
                        "/nextAttemptAt");
        assertThat(wrong(request(CallOutcome.REFERRED, null, null, NOW.plusSeconds(60), null, null)))
                .containsExactly("/meetingAt", "/referredTo");
    }

    @Test
    void timesMustMakeSense() {
        Instant later = NOW.plusSeconds(600);
        assertThat(wrong(request(CallOutcome.SPOKEN, later, null, null, null, null)))
                .containsExactly("/startedAt");
        assertThat(wrong(request(CallOutcome.SPOKEN, NOW, NOW.minusSeconds(1), null, null, null)))
                .containsExactly("/endedAt");
        assertThat(wrong(request(CallOutcome.MEETING_AGREED, null, null, NOW, null, null)))
                .containsExactly("/meetingAt");
        assertThat(wrong(request(CallOutcome.NO_ANSWER, null, null, null, null, NOW.plusSeconds(3_000L * 86_400))))
                .containsExactly("/nextAttemptAt");
        assertThat(wrong(request(CallOutcome.SPOKEN, Instant.MIN, Instant.MAX, null, null, null)))
                .containsExactly("/startedAt", "/endedAt");
    }

    @Test
    void aReferralIsKeptInNormalForm() {
        ReferredTo to = new ReferredTo(" Karin Ek ", "Maintenance manager", "+46 (0)70-123 45 67");

        assertThat(CheckedAttempt.of(request(CallOutcome.REFERRED, null, null, null, to, null), NOW)
                        .referredTo())
                .isEqualTo(new ReferredTo("Karin Ek", "Maintenance manager", "+46701234567"));
    }

    @Test
    void controlCharactersAreRefused() {
        CallAttemptRequest request = new CallAttemptRequest(
                OUTREACH,
                CallOutcome.REFERRED,
                null,
                null,
                "nul \0",
                null,
                new ReferredTo("a\nb", "c\rd", null),
                null,
                null);

        assertThat(wrong(request)).containsExactly("/notes", "/referredTo/name", "/referredTo/role");
    }

    private static CallAttemptRequest request(
            CallOutcome outcome,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Instant meetingAt,
            @Nullable ReferredTo referredTo,
            @Nullable Instant nextAttemptAt) {
        return new CallAttemptRequest(
                OUTREACH, outcome, startedAt, endedAt, null, meetingAt, referredTo, nextAttemptAt, true);
    }

    private static List<String> wrong(CallAttemptRequest request) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> CheckedAttempt.of(request, NOW));
        assertThat(problem.status()).isEqualTo(400);
        return problem.errors().stream().map(FieldError::pointer).toList();
    }
}
