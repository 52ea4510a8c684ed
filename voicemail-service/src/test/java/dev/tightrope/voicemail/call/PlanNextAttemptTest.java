package dev.tightrope.voicemail.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.calendar.CallingHours;
import dev.tightrope.calendar.CallingPlace;
import dev.tightrope.calendar.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlanNextAttemptTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final CallingPlace STOCKHOLM = new CallingPlace(List.of(ZONE), "SE", null);
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final List<PlanStep> USUAL = List.of(PlanStep.ANOTHER_HOUR, PlanStep.ANOTHER_DAY);

    @ParameterizedTest(name = "{4}")
    @CsvSource(
            nullValues = "-",
            value = {
                // outcome, the attempt before, now, the next one (all local), why
                "NO_ANSWER, -, 2026-03-02T08:30, 2026-03-02T16:00, at the other end of the day",
                "NO_ANSWER, -, 2026-03-02T12:00, 2026-03-02T16:00, from the middle to the end",
                "NO_ANSWER, -, 2026-03-02T15:30, 2026-03-02T16:30, after its pause",
                "BUSY, -, 2026-03-02T15:30, 2026-03-02T17:30, after its own pause",
                "ASSISTANT_ANSWERED, -, 2026-03-02T15:30, 2026-03-03T08:00, a pause that leaves the day",
                "VOICEMAIL_CUT_OFF, -, 2026-03-02T16:10, 2026-03-03T08:00, at another hour although at once",
                "NO_ANSWER, -, 2026-03-06T17:00, 2026-03-09T08:00, not on the weekend",
                "NO_ANSWER, -, 2026-04-02T17:00, 2026-04-07T08:00, not at Easter",
                "NO_ANSWER, -, 2026-03-02T22:00, 2026-03-03T08:00, not at night",
                "NO_ANSWER, -, 2026-03-01T09:00, 2026-03-02T08:00, after a call on a Sunday",
                "NO_ANSWER, 2026-03-02T08:30, 2026-03-02T16:00, 2026-03-03T08:00, on another day",
                "NO_ANSWER, 2026-03-02T16:00, 2026-03-03T08:00, 2026-03-04T08:00, on neither of the two days",
                "BUSY, 2026-03-05T16:00, 2026-03-06T09:00, 2026-03-09T08:00, and not on the weekend",
            })
    void theNextAttemptIsAtAnotherHourAndThenOnAnotherDay(
            CallOutcome outcome, @Nullable LocalDateTime before, LocalDateTime now, LocalDateTime next, String why) {
        List<Instant> earlier =
                Stream.ofNullable(before).map(PlanNextAttemptTest::inStockholm).toList();

        Instant planned =
                plan(USUAL, 2).after(attempt(outcome, null, inStockholm(now)), earlier, STOCKHOLM, inStockholm(now));

        assertThat(planned).as(why).isEqualTo(inStockholm(next));
    }

    @Test
    void theLastStepGoesForAllThatFollow() {
        List<Instant> two = List.of(NOW.minus(Duration.ofDays(4)), NOW.minus(Duration.ofDays(3)));
        CallSettings five = new CallSettingsForTests(Duration.ZERO, USUAL, 5);
        assertThat(new PlanNextAttempt(five, hours(2)).after(attempt(CallOutcome.BUSY, null, NOW), two, STOCKHOLM, NOW))
                .isEqualTo("2026-03-03T07:00:00Z");
    }

    @Test
    void soonIsAsSoonAsThePauseIsOverAndTheyMayBeCalled() {
        PlanNextAttempt soon = plan(List.of(PlanStep.SOON), 2);
        assertThat(soon.after(attempt(CallOutcome.NO_ANSWER, null, NOW), List.of(), STOCKHOLM, NOW))
                .isEqualTo(NOW.plus(Duration.ofHours(1)));
        Instant evening = NOW.plus(Duration.ofHours(9));
        assertThat(soon.after(attempt(CallOutcome.NO_ANSWER, null, evening), List.of(), STOCKHOLM, evening))
                .isEqualTo("2026-03-03T07:00:00Z");
    }

    @Test
    void withoutPreferredHoursAnotherHourIsTheOtherHalfOfTheDay() {
        assertThat(plan(USUAL, 0).after(attempt(CallOutcome.NO_ANSWER, null, NOW), List.of(), STOCKHOLM, NOW))
                .isEqualTo("2026-03-02T12:00:00Z");
    }

    @Test
    void whereNoHourSuitsAllZonesOnlyThePauseIsKept() {
        CallingPlace russia =
                new CallingPlace(List.of(ZoneId.of("Europe/Kaliningrad"), ZoneId.of("Asia/Kamchatka")), "RU", null);
        assertThat(plan(USUAL, 2).after(attempt(CallOutcome.NO_ANSWER, null, NOW), List.of(), russia, NOW))
                .isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void theRepsWordCounts() {
        Instant tonight = NOW.plus(Duration.ofHours(12));
        assertThat(plan(USUAL, 2).after(attempt(CallOutcome.BUSY, tonight, NOW), earlier(7), STOCKHOLM, NOW))
                .isEqualTo(tonight);
    }

    @Test
    void afterTheLastAttemptTheRepDecides() {
        assertThat(plan(USUAL, 2).after(attempt(CallOutcome.BUSY, null, NOW), earlier(1), STOCKHOLM, NOW))
                .isNotNull();
        assertThat(plan(USUAL, 2).after(attempt(CallOutcome.BUSY, null, NOW), earlier(2), STOCKHOLM, NOW))
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(CallOutcome.class)
    void onlyWhoWasNotReachedIsCalledAgain(CallOutcome outcome) {
        assertThat(plan(USUAL, 2).after(attempt(outcome, null, NOW), List.of(), STOCKHOLM, NOW) != null)
                .isEqualTo(outcome.calledAgain());
        assertThat(outcome.calledAgain() && outcome.promisesEmail()).isFalse();
    }

    private static PlanNextAttempt plan(List<PlanStep> steps, int edge) {
        return new PlanNextAttempt(new CallSettingsForTests(Duration.ofSeconds(10), steps, 3), hours(edge));
    }

    private static CallingHours hours(int edge) {
        return new CallingHours(LocalTime.of(8, 0), LocalTime.of(18, 0), Duration.ofHours(edge), new WorkingDays());
    }

    private static List<Instant> earlier(int attempts) {
        return Stream.iterate(NOW.minus(Duration.ofDays(10)), at -> at.plus(Duration.ofDays(1)))
                .limit(attempts)
                .toList();
    }

    private static Instant inStockholm(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }

    private static CheckedAttempt attempt(CallOutcome outcome, @Nullable Instant next, Instant at) {
        return new CheckedAttempt(new UUID(0, 1), outcome, at, null, null, null, null, next, null);
    }
}
