package dev.tightrope.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.embedded.EmbeddedPostgresServer;
import dev.tightrope.embedded.KafkaBroker;
import dev.tightrope.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The database or the broker is away for a while. Both are each test's own, so that nobody else misses them and the
 * others go on meanwhile: here is mostly waiting.
 */
@Execution(ExecutionMode.CONCURRENT)
class AwayIT {
    /** How long they stay away; {@code -Dtightrope.outage=14} is enough while working on this. */
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("tightrope.outage", 60));

    private EmbeddedPostgresServer postgres;
    private KafkaBroker broker;
    private ServiceByHand service;

    @BeforeEach
    void start() throws Exception {
        postgres = EmbeddedPostgresServer.start();
        broker = KafkaBroker.start();
        broker.createTopics(3, Topics.ALL.toArray(String[]::new));
        service = ServiceByHand.on(postgres, ServiceByHand.database(postgres), broker.bootstrapServers());
        service.relaying(Duration.ofMillis(300));
    }

    @AfterEach
    void stop() {
        service.close();
        broker.close();
        postgres.close();
    }

    @Test
    void the_database_may_be_away_without_a_consumer_ending_or_leaving_its_group() throws Exception {
        UUID person = UUID.randomUUID();
        String group = "away-" + person;
        InboxConsumer consumer = service.consuming(group);
        service.commitProfiles(person, 3);
        awaitEffects(person, 3);
        String member = memberOf(group);
        // events that come in while nobody can write anything down
        UUID elsewhere = UUID.randomUUID();
        TopicWriter writer = new TopicWriter(broker.bootstrapServers());

        postgres.stop();
        try (writer) {
            writer.sendProfiles(elsewhere, 20);
            long back = System.nanoTime() + OUTAGE.toNanos();
            await().atMost(OUTAGE.plusSeconds(60)).until(() -> {
                assertThat(consumer.isRunning()).isTrue();
                return System.nanoTime() - back > 0;
            });
            assertThat(memberOf(group)).as("still the same member").isEqualTo(member);
        } finally {
            postgres.restart();
        }

        awaitEffects(elsewhere, 20);
        service.commitProfiles(person, 2);
        awaitEffects(person, 5);
        assertThat(service.parked(elsewhere)).isEmpty();
        assertThat(memberOf(group)).isEqualTo(member);
    }

    @Test
    void the_database_may_crash_in_the_middle_of_events() throws Exception {
        UUID person = UUID.randomUUID();
        service.consuming("crash-" + person);
        service.commitProfiles(person, 300);
        await().atMost(60, SECONDS).until(() -> !service.effectsOf(person).isEmpty());

        postgres.kill();
        postgres.restart();

        awaitEffects(person, 300);
        assertThat(service.parked(person)).isEmpty();
    }

    @Test
    void commands_are_accepted_while_the_broker_is_away_and_all_their_events_arrive() throws Exception {
        UUID person = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        service.consuming("broker-" + person);
        service.commitProfiles(person, 2);
        awaitEffects(person, 2);

        broker.kill();
        try {
            long back = System.nanoTime() + OUTAGE.toNanos();
            for (int i = 0; i < 20; i++) {
                service.commitProfiles(person, 1);
                service.commitProfiles(other, 1);
            }
            assertThat(System.nanoTime() - back)
                    .as("commands did not wait for the broker")
                    .isNegative();
            await().atMost(OUTAGE.plusSeconds(60)).until(() -> System.nanoTime() - back > 0);
            assertThat(service.unpublished()).isEqualTo(40);
        } finally {
            broker.restart();
        }

        awaitEffects(person, 22);
        awaitEffects(other, 20);
        await().atMost(60, SECONDS).until(() -> service.unpublished() == 0);
        assertThat(service.parked(person)).isEmpty();
    }

    private void awaitEffects(UUID key, long count) {
        List<Long> all = LongStream.rangeClosed(1, count).boxed().toList();
        await().atMost(120, SECONDS)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(service.effectsOf(key)).isEqualTo(all));
    }

    private String memberOf(String group) throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()))) {
            return admin.describeConsumerGroups(List.of(group))
                    .describedGroups()
                    .get(group)
                    .get(30, SECONDS)
                    .members()
                    .iterator()
                    .next()
                    .consumerId();
        }
    }
}
