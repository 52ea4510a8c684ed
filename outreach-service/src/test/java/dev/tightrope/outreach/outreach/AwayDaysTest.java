package dev.tightrope.outreach.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.outreach.AwayDays.Absence;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By how much a silence of 1 to 22 November is moved. */
class AwayDaysTest {
    private static final LocalDate SENT = LocalDate.of(2027, 11, 1);
    private static final LocalDate END = LocalDate.of(2027, 11, 22);

    @Test
    void nobodyAwayMovesNothing() {
        assertThat(moved()).isZero();
    }

    @Test
    void everyDayOfItCounts() {
        assertThat(moved(away("2027-11-01", "2027-11-11"))).isEqualTo(10);
        assertThat(moved(away("2027-11-05", "2027-11-06"))).isEqualTo(1);
    }

    @Test
    void daysBeforeTheMailDoNot() {
        assertThat(moved(away("2027-10-01", "2027-11-01"))).isZero();
        assertThat(moved(away("2027-10-01", "2027-11-03"))).isEqualTo(2);
    }

    @Test
    void anAbsenceAfterTheEndDoesNot() {
        assertThat(moved(away("2027-12-20", "2028-01-10"))).isZero();
        assertThat(moved(away("2027-11-23", "2027-12-10"))).isZero();
    }

    @Test
    void oneThatLastsBeyondTheEndCountsToItsLastDay() {
        assertThat(moved(away("2027-11-22", "2027-12-02"))).isEqualTo(10);
        assertThat(moved(away("2027-11-20", "2027-12-02"))).isEqualTo(12);
    }

    @Test
    void theTimeBetweenTwoDoesNot() {
        assertThat(moved(away("2027-11-01", "2027-11-04"), away("2027-11-15", "2027-11-17")))
                .isEqualTo(5);
    }

    @Test
    void aDayCountsOnceHoweverManyAreAway() {
        assertThat(moved(away("2027-11-01", "2027-11-11"), away("2027-11-03", "2027-11-13")))
                .isEqualTo(12);
    }

    @Test
    void anotherAbsenceInTheDaysThatWereAddedCounts() {
        assertThat(moved(away("2027-11-01", "2027-11-06"), away("2027-11-25", "2027-11-27")))
                .isEqualTo(7);
    }

    @Test
    void withinTheLimit() {
        assertThat(AwayDays.moving(SENT, END, List.of(away("2027-11-01", "9999-01-01")), 28))
                .isEqualTo(28);
        assertThat(AwayDays.moving(SENT, END, List.of(away("2027-11-01", "9999-01-01")), 0))
                .isZero();
    }

    private static int moved(Absence... absences) {
        return AwayDays.moving(SENT, END, List.of(absences), 28);
    }

    private static Absence away(String startsOn, String returnsOn) {
        return new Absence("Karin", LocalDate.parse(startsOn), LocalDate.parse(returnsOn));
    }
}
