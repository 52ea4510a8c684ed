package dev.tightrope.scheduler.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.scheduler.calendar.Absences.Absence;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AbsencesTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final UUID ANNA = UUID.randomUUID();
    private static final UUID BEN = UUID.randomUUID();
    private static final UUID CLARA = UUID.randomUUID();

    @Test
    void whoIsAtWorkDoesTheirOwnWork() {
        Absences absences = absences(away(ANNA, 1, 3, BEN));

        assertThat(absences.atWork(ANNA, MONDAY)).contains(ANNA);
        assertThat(absences.atWork(ANNA, MONDAY.plusDays(4))).contains(ANNA);
    }

    @Test
    void theDeputyStandsInFromTheFirstToTheLastDay() {
        Absences absences = absences(away(ANNA, 1, 3, BEN));

        assertThat(absences.atWork(ANNA, MONDAY.plusDays(1))).contains(BEN);
        assertThat(absences.atWork(ANNA, MONDAY.plusDays(3))).contains(BEN);
        assertThat(absences.uncovered(ANNA)).isEmpty();
    }

    @Test
    void aDeputyWhoIsAwayHasTheirsStandIn() {
        Absences absences = absences(away(ANNA, 0, 5, BEN), away(BEN, 2, 2, CLARA));

        assertThat(absences.atWork(ANNA, MONDAY.plusDays(2))).contains(CLARA);
        assertThat(absences.atWork(ANNA, MONDAY.plusDays(3))).contains(BEN);
    }

    @Test
    void whereNobodyStandsInTheDaysAreUncovered() {
        assertThat(absences(away(ANNA, 0, 1, null)).uncovered(ANNA))
                .containsExactlyInAnyOrder(MONDAY, MONDAY.plusDays(1));
        assertThat(absences(away(ANNA, 0, 5, BEN), away(BEN, 2, 2, null)).uncovered(ANNA))
                .containsExactly(MONDAY.plusDays(2));
    }

    @Test
    void twoWhoStandInForEachOtherAndAreBothAwayEndTheSearch() {
        Absences absences = absences(away(ANNA, 0, 2, BEN), away(BEN, 1, 3, ANNA));

        assertThat(absences.atWork(ANNA, MONDAY)).contains(BEN);
        assertThat(absences.atWork(ANNA, MONDAY.plusDays(1))).isEmpty();
        assertThat(absences.atWork(BEN, MONDAY.plusDays(3))).contains(ANNA);
    }

    private static Absences absences(Absence... all) {
        return new Absences(List.of(all));
    }

    private static Absence away(UUID who, int from, int to, @Nullable UUID deputy) {
        return new Absence(who, MONDAY.plusDays(from), MONDAY.plusDays(to), deputy);
    }
}
