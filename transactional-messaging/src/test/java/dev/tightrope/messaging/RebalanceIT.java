package dev.tightrope.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.embedded.SharedParts;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Replicas come and go while events flow. */
class RebalanceIT {

    @Test
    void every_event_has_one_effect_in_order_while_consumers_come_and_go() throws Exception {
        String database = ServiceByHand.database(SharedParts.postgres());
        List<UUID> people = Stream.generate(UUID::randomUUID).limit(12).toList();
        String group = "rebalance-" + people.get(0);
        int rounds = 60;
        try (ServiceByHand first = ServiceByHand.on(database);
                ServiceByHand second = ServiceByHand.on(database)) {
            first.relaying(Duration.ofMillis(200));
            first.consuming(group);
            InboxConsumer shortLived = null;
            for (int round = 0; round < rounds; round++) {
                for (UUID person : people) {
                    first.commit(Events.profileOf(person));
                }
                if (round % 20 == 5) {
                    shortLived = second.consuming(group);
                }
                if (round % 20 == 15) {
                    shortLived.stop();
                }
            }
            for (UUID person : people) {
                await().atMost(60, SECONDS)
                        .untilAsserted(() -> assertThat(first.effectsOf(person))
                                .containsExactlyElementsOf(LongStream.rangeClosed(1, rounds)
                                        .boxed()
                                        .toList()));
                assertThat(first.parked(person)).isEmpty();
            }
        }
    }
}
