package dev.tightrope.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HeldAggregatesTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final HeldAggregates held = new HeldAggregates();
    private final UUID aggregate = UUID.randomUUID();

    @Test
    void a_refused_aggregate_waits_longer_each_time_but_never_long() {
        for (int i = 0; i < 100; i++) {
            held.hold(aggregate, false, 0);
        }
        assertThat(held.at(29 * SECOND)).containsExactly(aggregate);
        assertThat(held.at(31 * SECOND)).isEmpty();
    }

    @Test
    void one_the_broker_did_not_take_waits_a_second_at_most() {
        for (int i = 0; i < 100; i++) {
            held.hold(aggregate, true, 0);
        }
        assertThat(held.at(SECOND / 2)).containsExactly(aggregate);
        assertThat(held.at(2 * SECOND)).isEmpty();
    }

    @Test
    void when_the_broker_answers_only_refused_ones_go_on_waiting() {
        UUID refused = UUID.randomUUID();
        held.hold(aggregate, true, 0);
        held.hold(refused, false, 0);

        held.brokerAnswered(Set.of(UUID.randomUUID()));

        assertThat(held.at(1)).containsExactly(refused);
    }
}
