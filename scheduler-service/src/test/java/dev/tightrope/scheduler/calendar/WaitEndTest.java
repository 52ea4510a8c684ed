package dev.tightrope.scheduler.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tightrope.events.DayCount;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitEndTest {
    private static final WorkingPlace STOCKHOLM = WorkingPlace.of(ZoneId.of("Europe/Stockholm"), null);
    private static final Instant FRIDAY = Instant.parse("2026-03-06T13:00:00Z");

    private final WorkingCalendar calendar = new WorkingCalendar(LocalTime.of(8, 0));
    private final WaitEnd waitEnd = new WaitEnd(calendar, WaitEnd.FixedEnd.WORKING_MORNING);

    @Test
    void daysEndOnTheNextWorkingMorning() {
        // Three weeks from Friday 14:00 are Friday 14:00; the next morning at work is Monday, now in summer time.
        assertThat(waitEnd.of(FRIDAY, "P21D", null, STOCKHOLM)).isEqualTo("2026-03-30T06:00:00Z");
        assertThat(waitEnd.of(FRIDAY, "P3W", null, STOCKHOLM)).isEqualTo("2026-03-30T06:00:00Z");
    }

    @Test
    void workingDaysPassOverWeekendsHolidaysAndClosuresAndNotOverAbsences() {
        Instant beforeEaster = Instant.parse("2026-03-27T13:00:00Z");
        Closure closure = new Closure(LocalDate.parse("2026-03-30"), LocalDate.parse("2026-03-31"), null, "Moving");
        Set<LocalDate> away = Set.of(LocalDate.parse("2026-04-01"), LocalDate.parse("2026-04-08"));

        assertThat(workingDays(FRIDAY, "P15D", STOCKHOLM)).isEqualTo("2026-03-30T06:00:00Z");
        // Monday to Thursday and, after Easter, Tuesday; at work again on the Wednesday.
        assertThat(workingDays(beforeEaster, "P5D", STOCKHOLM)).isEqualTo("2026-04-08T06:00:00Z");
        assertThat(workingDays(
                        beforeEaster, "P5D", STOCKHOLM.with(WorkingTimes.OF_THE_COUNTRY, List.of(closure), Set.of())))
                .isEqualTo("2026-04-10T06:00:00Z");
        assertThat(workingDays(beforeEaster, "P5D", STOCKHOLM.with(WorkingTimes.OF_THE_COUNTRY, List.of(), away)))
                .as("it counts the days away, and ends when they are back")
                .isEqualTo("2026-04-09T06:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT36H", "P1M", "P1Y", "P1001D"})
    void whatIsNoNumberOfDaysIsNoneOfWorkingDays(String length) {
        assertThatThrownBy(() -> workingDays(FRIDAY, length, STOCKHOLM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("P15D");
    }

    private Instant workingDays(Instant from, String length, WorkingPlace place) {
        return waitEnd.of(from, length, DayCount.WORKING_DAYS, null, place);
    }

    @Test
    void daysEndInTheRepsOwnMorning() {
        WorkingPlace tokyo = WorkingPlace.of(ZoneId.of("Asia/Tokyo"), null);

        assertThat(waitEnd.of(FRIDAY, "P17D", null, tokyo)).isEqualTo("2026-03-23T23:00:00Z");
    }

    @Test
    void hoursAndSecondsEndExactlyThen() {
        assertThat(waitEnd.of(FRIDAY, "PT20S", null, STOCKHOLM)).isEqualTo(FRIDAY.plusSeconds(20));
        assertThat(waitEnd.of(FRIDAY, "P1DT1H", null, STOCKHOLM)).isEqualTo(FRIDAY.plusSeconds(25 * 3_600));
    }

    @Test
    void aFixedEndIsTheNextWorkingMorningAndWinsOverALength() {
        Instant saturday = Instant.parse("2026-05-02T10:00:00Z");

        assertThat(waitEnd.of(FRIDAY, "P21D", saturday, STOCKHOLM)).isEqualTo("2026-05-04T06:00:00Z");
    }

    @Test
    void aFixedEndIsExactWhereConfiguredSo() {
        Instant saturday = Instant.parse("2026-05-02T10:00:00Z");

        assertThat(new WaitEnd(calendar, WaitEnd.FixedEnd.EXACT).of(FRIDAY, null, saturday, STOCKHOLM))
                .isEqualTo(saturday);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "21", "P", "-P1D", "P-3D", "PT-5S", "tomorrow"})
    void anythingElseIsRefusedWithWhatToWrite(String length) {
        assertThatThrownBy(() -> waitEnd.of(FRIDAY, length, null, STOCKHOLM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("P21D");
    }

    @Test
    void aWaitWithoutAnyEndIsRefused() {
        assertThatThrownBy(() -> waitEnd.of(FRIDAY, null, null, STOCKHOLM))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
