package dev.tightrope.outreach.inbound.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrowingPauseTest {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Test
    void itDoublesUpToItsBoundHoweverOftenItFails() {
        GrowingPause pause = new GrowingPause(FIRST, LONGEST, () -> 0);
        assertThat(pause.after(1)).isEqualTo(FIRST);
        assertThat(pause.after(2)).isEqualTo(Duration.ofSeconds(10));
        assertThat(pause.after(6)).isEqualTo(Duration.ofSeconds(160));
        assertThat(pause.after(7)).isEqualTo(LONGEST);
        assertThat(pause.after(Integer.MAX_VALUE)).isEqualTo(LONGEST);
    }

    @Test
    void itIsUpToAQuarterShorterByChance() {
        GrowingPause pause = new GrowingPause(FIRST, LONGEST, new Random(7));
        Set<Duration> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            seen.add(pause.after(20));
        }
        assertThat(seen)
                .hasSizeGreaterThan(150)
                .allMatch(length -> length.compareTo(LONGEST) <= 0 && length.compareTo(Duration.ofSeconds(225)) >= 0);
    }
}
