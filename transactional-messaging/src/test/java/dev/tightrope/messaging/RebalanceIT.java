package dev.tightrope.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.embedded.SharedParts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
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

    @Test
    void what_was_fetched_but_not_handled_is_the_next_owners() throws Exception {
        String database = ServiceByHand.database(SharedParts.postgres());
        List<UUID> people = Stream.generate(UUID::randomUUID).limit(12).toList();
        String group = "handover-" + people.get(0);
        String name = "Cut off in " + group;
        try (ServiceByHand first = ServiceByHand.on(database);
                ServiceByHand second = ServiceByHand.on(database)) {
            first.effects.loseDatabaseFor(name);
            second.effects.loseDatabaseFor(name);
            for (UUID person : people) {
                first.commit(Events.profileOf(person, name));
                first.commit(Events.profileOf(person, name));
            }
            first.relay.runOnce();
            InboxConsumer leaver = first.consuming(group);
            await().atMost(60, SECONDS).until(() -> first.effects.timesCutOff(name) > 0);
            second.consuming(group);
            await().atMost(60, SECONDS).until(() -> membersAtWork(group) == 2);

            leaver.stop();
            second.effects.failNoMore();

            for (UUID person : people) {
                await().atMost(60, SECONDS)
                        .untilAsserted(
                                () -> assertThat(second.effectsOf(person)).containsExactly(1L, 2L));
            }
        }
    }

    private static long membersAtWork(String group) throws Exception {
        try (Admin admin = Admin.create(
                Map.<String, Object>of("bootstrap.servers", SharedParts.kafka().bootstrapServers()))) {
            return admin
                    .describeConsumerGroups(List.of(group))
                    .describedGroups()
                    .get(group)
                    .get(30, SECONDS)
                    .members()
                    .stream()
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .count();
        }
    }
}
