package dev.tightrope.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.embedded.SharedParts;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A leader that freezes with its connection open, as a stopped process does. */
class RelayLeadershipIT {

    private static final Duration FROZEN_AFTER = Duration.ofSeconds(15);

    @Test
    void a_frozen_leader_is_replaced_and_its_ghost_does_no_harm() throws Exception {
        String database = ServiceByHand.database(SharedParts.postgres());
        ObstinateProducer ice = new ObstinateProducer();
        UUID person = UUID.randomUUID();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        // The last one is closed first: a relay that is closed finishes its turn.
        try (ServiceByHand frozen = ServiceByHand.on(database, ice, FROZEN_AFTER);
                ServiceByHand successor = ServiceByHand.on(database, UnaryOperator.identity(), FROZEN_AFTER);
                AutoCloseable thaw = ice::thaw) {
            frozen.commitProfiles(person, 2);
            assertThat(frozen.relay.runOnce()).as("leads").isEqualTo(2);
            frozen.commitProfiles(person, 1);
            ice.freeze();
            // It holds number 3, read but not sent, and shows no sign of life; its connection stays open.
            Future<Integer> ghost = threads.submit(frozen.relay::runOnce);
            ice.awaitFrozen();
            successor.commitProfiles(person, 2);
            assertThat(successor.relay.runOnce()).as("the lead is still taken").isZero();

            successor.relaying(Duration.ofMillis(200));
            await().atMost(60, SECONDS).until(() -> successor.unpublished() == 0);
            assertThat(published(person)).containsExactly(1L, 2L, 3L, 4L, 5L);
            ice.thaw();
            ghost.get(30, SECONDS);

            assertThat(published(person)).as("the ghost sent its old event").containsExactly(1L, 2L, 3L, 4L, 5L, 3L);
            frozen.commitProfiles(person, 1);
            assertThat(frozen.relay.runOnce()).as("it leads no more").isZero();
            await().atMost(60, SECONDS).until(() -> successor.unpublished() == 0);
            successor.consuming("ghost-" + person);
            await().atMost(60, SECONDS)
                    .untilAsserted(() -> assertThat(successor.effectsOf(person)).endsWith(6L));
            assertThat(successor.effectsOf(person)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        } finally {
            threads.shutdown();
        }
    }

    private static List<Long> published(UUID key) throws Exception {
        return TopicReader.numbers(SharedParts.kafka().bootstrapServers(), key);
    }
}
