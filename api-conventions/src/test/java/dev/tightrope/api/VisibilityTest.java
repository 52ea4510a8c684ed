package dev.tightrope.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VisibilityTest {
    private static final UUID ME = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final UUID TEAM = UUID.randomUUID();
    private static final UUID OTHER_TEAM = UUID.randomUUID();

    @Test
    void aRepSeesOwnRowsOnlyEvenWithinTheTeam() {
        Visibility rep = Visibility.of(CallerTest.caller(ME, "rep"), TEAM, Set.of());

        assertThat(rep.sees(ME, TEAM)).isTrue();
        assertThat(rep.sees(ME, null)).isTrue();
        assertThat(rep.sees(OTHER, TEAM)).isFalse();
        assertThat(rep.sees(OTHER, null)).isFalse();
    }

    @Test
    void aManagerSeesOwnRowsAndTheTeams() {
        Visibility manager = Visibility.of(CallerTest.caller(ME, "sales-manager"), TEAM, Set.of());

        assertThat(manager.sees(ME, OTHER_TEAM)).isTrue();
        assertThat(manager.sees(OTHER, TEAM)).isTrue();
        assertThat(manager.sees(OTHER, OTHER_TEAM)).isFalse();
        assertThat(manager.sees(OTHER, null)).isFalse();
    }

    @Test
    void aManagerWithoutATeamSeesOwnRowsOnlyNotThoseWithoutATeam() {
        Visibility manager = Visibility.of(CallerTest.caller(ME, "sales-manager"), null, Set.of());

        assertThat(manager.sees(ME, null)).isTrue();
        assertThat(manager.sees(OTHER, null)).isFalse();
        assertThat(manager.sees(OTHER, TEAM)).isFalse();
    }

    @Test
    void anAdminSeesEveryRow() {
        assertThat(Visibility.of(CallerTest.caller(ME, "admin"), null, Set.of()).sees(OTHER, TEAM))
                .isTrue();
    }

    @Test
    void aDeputySeesTheRowsOfWhomTheyStandInFor() {
        Visibility deputy = Visibility.of(CallerTest.caller(ME, "rep"), null, Set.of(OTHER));

        assertThat(deputy.sees(OTHER, TEAM)).isTrue();
        assertThat(deputy.sees(UUID.randomUUID(), TEAM)).isFalse();
        assertThat(deputy.away()).isEqualTo("{" + OTHER + "}");
    }
}
