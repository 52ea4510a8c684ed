package dev.tightrope.scheduler.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JumpDetectorTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private final JumpDetector detector = new JumpDetector(Duration.ofMinutes(5));

    @Test
    void timeThatGoesByIsNoJumpHoweverLong() {
        detector.look(NOON, Duration.ZERO);

        assertThat(detector.look(NOON.plus(Duration.ofDays(3)), Duration.ofDays(3)))
                .isEmpty();
    }

    @Test
    void aClockSetForwardIsAJump() {
        detector.look(NOON, Duration.ZERO);

        assertThat(detector.look(NOON.plus(Duration.ofDays(30)).plusSeconds(1), Duration.ofSeconds(1)))
                .contains(Duration.ofDays(30));
    }

    @Test
    void aClockSetBackIsAJump() {
        detector.look(NOON, Duration.ZERO);

        assertThat(detector.look(NOON.minus(Duration.ofHours(1)), Duration.ofSeconds(0)))
                .contains(Duration.ofHours(-1));
    }

    @Test
    void smallCorrectionsDoNotAddUp() {
        Instant wall = NOON;
        for (int minute = 0; minute < 600; minute++) {
            assertThat(detector.look(wall, Duration.ofMinutes(minute))).isEmpty();
            wall = wall.plusSeconds(62);
        }
    }

    @Test
    void aJumpIsFoundAgainUntilItIsAccepted() {
        detector.look(NOON, Duration.ZERO);
        Instant later = NOON.plus(Duration.ofHours(2));

        assertThat(detector.look(later, Duration.ZERO)).isPresent();
        assertThat(detector.look(later, Duration.ZERO)).isPresent();
        detector.acceptAsTime(later, Duration.ZERO);
        assertThat(detector.look(later.plusSeconds(1), Duration.ofSeconds(1))).isEmpty();
    }
}
