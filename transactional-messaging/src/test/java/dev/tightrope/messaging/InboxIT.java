package dev.tightrope.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.tightrope.embedded.SharedParts;
import dev.tightrope.events.EventJson;
import dev.tightrope.events.EventType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From the topic to the handlers: what arrives twice, too early, too late, broken or unknown. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxIT {
    private static final String TYPE = TopicWriter.TYPE;

    private final UUID person = UUID.randomUUID();
    private ServiceByHand service;
    private TopicWriter writer;

    @BeforeAll
    void start() throws Exception {
        service = ServiceByHand.on(ServiceByHand.database(SharedParts.postgres()));
        service.consuming("inbox-" + person);
        writer = new TopicWriter(SharedParts.kafka().bootstrapServers());
    }

    @AfterAll
    void stop() {
        writer.close();
        service.close();
    }

    @AfterEach
    void handleAgain() {
        service.effects.failNoMore();
    }

    @Test
    void a_message_delivered_five_times_has_one_effect() throws Exception {
        UUID key = UUID.randomUUID();
        UUID eventId = UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            writer.send(key, eventId, 1, "Ada");
        }
        writer.send(key, UUID.randomUUID(), 2, "Ada");

        awaitEffects(key, 1L, 2L);
    }

    @Test
    void an_older_event_is_passed_over_and_recorded() throws Exception {
        UUID key = UUID.randomUUID();
        writer.send(key, UUID.randomUUID(), 5, "Ada");
        writer.send(key, UUID.randomUUID(), 4, "Ada");
        writer.send(key, UUID.randomUUID(), 6, "Ada");

        awaitEffects(key, 5L, 6L);
        assertThat(service.outcomesOf(key)).containsExactly("OLDER", "HANDLED", "HANDLED");
    }

    @Test
    void a_gap_is_held_until_it_is_filled() throws Exception {
        UUID key = UUID.randomUUID();
        writer.send(key, UUID.randomUUID(), 1, "Ada");
        writer.send(key, UUID.randomUUID(), 4, "Ada");
        writer.send(key, UUID.randomUUID(), 3, "Ada");
        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(service.parked(key))
                        .extracting(ParkedMessage::reason)
                        .containsExactly(ParkReason.GAP, ParkReason.GAP));
        assertThat(service.effectsOf(key)).containsExactly(1L);

        writer.send(key, UUID.randomUUID(), 2, "Ada");

        awaitEffects(key, 1L, 2L, 3L, 4L);
        await().atMost(30, SECONDS).until(() -> service.parked(key).isEmpty());
    }

    @Test
    void an_operator_can_decide_to_go_on_without_what_never_arrived() throws Exception {
        UUID key = UUID.randomUUID();
        writer.send(key, UUID.randomUUID(), 1, "Ada");
        writer.send(key, UUID.randomUUID(), 7, "Ada");
        writer.send(key, UUID.randomUUID(), 8, "Ada");
        await().atMost(60, SECONDS).until(() -> service.parked(key).size() == 2);

        Optional<ReplayParked.Replayed> replayed =
                service.replay.replay(service.parked(key).get(0).id());

        assertThat(replayed).contains(new ReplayParked.Replayed(2, null));
        awaitEffects(key, 1L, 7L, 8L);
    }

    @Test
    void poison_is_parked_with_its_followers_while_other_keys_flow() throws Exception {
        UUID poisoned = UUID.randomUUID();
        writer.send(poisoned, UUID.randomUUID(), 1, RecordEffect.POISON);
        writer.send(poisoned, UUID.randomUUID(), 2, "Ada");
        UUID other = neighbourOf(poisoned);

        awaitEffects(other, 1L);
        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(service.parked(poisoned))
                        .extracting(ParkedMessage::reason)
                        .containsExactly(ParkReason.FAILED, ParkReason.FOLLOWS));
        assertThat(service.effectsOf(poisoned)).isEmpty();
        ParkedMessage parked = service.parked(poisoned).get(0);
        assertThat(parked.attempts()).as("not tried again and again").isOne();
        assertThat(parked.error()).contains("Nobody is called poison");
        assertThat(service.replay.replay(parked.id()).orElseThrow().error()).contains("Nobody is called poison");
        assertThat(service.parked(poisoned)).hasSize(2);

        assertThat(service.replay.discard(parked.id())).contains(new ReplayParked.Replayed(1, null));

        awaitEffects(poisoned, 2L);
        assertThat(service.outcomesOf(poisoned)).containsExactly("DISCARDED", "HANDLED");
    }

    @Test
    void what_a_parked_message_says_is_forgotten_and_its_place_in_its_key_is_kept() throws Exception {
        UUID erased = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        for (UUID key : List.of(erased, other)) {
            writer.send(key, UUID.randomUUID(), 1, RecordEffect.POISON);
            writer.send(key, UUID.randomUUID(), 2, "Ada");
        }
        for (UUID key : List.of(erased, other)) {
            await().atMost(60, SECONDS)
                    .untilAsserted(() -> assertThat(service.parked(key)).hasSize(2));
        }

        service.inTransaction(() -> new ParkedMessages(service.pool).forget(List.of(erased)));

        assertThat(service.parked(erased)).hasSize(2).allSatisfy(parked -> {
            assertThat(parked.message().value()).isNull();
            assertThat(parked.error()).contains("discard").doesNotContain("poison");
        });
        assertThat(service.parked(other).get(0).error()).contains("poison");
        assertThat(service.parked(other).get(1).message().value()).isNotEmpty();
        for (int left = 2; left > 0; left--) {
            service.replay.discard(service.parked(erased).get(0).id());
            assertThat(service.parked(erased)).hasSize(left - 1);
        }
        writer.send(erased, UUID.randomUUID(), 3, "Ada");
        awaitEffects(erased, 3L);
    }

    @Test
    void a_handler_that_keeps_failing_has_its_message_parked_and_replayed_in_order() throws Exception {
        UUID key = UUID.randomUUID();
        service.effects.failFor("Bad day " + key);
        writer.send(key, UUID.randomUUID(), 1, "Ada");
        writer.send(key, UUID.randomUUID(), 2, "Bad day " + key);
        writer.send(key, UUID.randomUUID(), 3, "Ada");
        writer.send(key, UUID.randomUUID(), 4, "Ada");
        await().atMost(60, SECONDS).until(() -> service.parked(key).size() == 3);
        ParkedMessage failed = service.parked(key).get(0);
        assertThat(failed.attempts()).isEqualTo(5);
        UUID follower = service.parked(key).get(1).id();
        assertThat(catchThrowable(() -> service.replay.replay(follower)))
                .isInstanceOf(ReplayParked.NotItsTurnException.class);
        assertThat(service.effectsOf(key)).containsExactly(1L);
        service.effects.failNoMore();

        assertThat(service.replay.replay(failed.id())).contains(new ReplayParked.Replayed(3, null));

        assertThat(service.effectsOf(key)).containsExactly(1L, 2L, 3L, 4L);
        writer.send(key, UUID.randomUUID(), 5, "Ada");
        awaitEffects(key, 1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void a_message_its_handler_breaks_on_is_parked_while_other_keys_flow() throws Exception {
        UUID broken = UUID.randomUUID();
        UUID other = neighbourOf(broken);
        writer.send(broken, UUID.randomUUID(), 1, RecordEffect.BOTTOMLESS);
        writer.send(other, UUID.randomUUID(), 1, "Ada");

        awaitEffects(other, 1L);
        await().atMost(60, SECONDS).until(() -> service.parked(broken).size() == 1);
        assertThat(service.parked(broken).get(0).error()).contains("StackOverflowError");
        assertThat(service.effectsOf(broken)).isEmpty();
    }

    @Test
    void trouble_with_the_database_never_parks_a_message_however_often_it_comes() throws Exception {
        UUID key = UUID.randomUUID();
        String name = "Cut off " + key;
        service.effects.loseDatabaseFor(name);
        writer.send(key, UUID.randomUUID(), 1, name);

        await().atMost(60, SECONDS).until(() -> service.effects.timesCutOff(name) > 7);

        assertThat(service.parked(key)).isEmpty();
        service.effects.failNoMore();
        awaitEffects(key, 1L);
    }

    @Test
    void a_message_that_is_no_event_is_kept_byte_for_byte() throws Exception {
        UUID key = UUID.randomUUID();
        byte[] garbage = {0, (byte) 0xff, 'x', 0};
        Headers headers = new RecordHeaders().add("odd\0name", garbage).add("nothing", null);
        writer.send(key.toString(), garbage, headers);
        writer.send(key, UUID.randomUUID(), 1, "Ada");
        UUID other = neighbourOf(key);

        awaitEffects(other, 1L);
        await().atMost(60, SECONDS).until(() -> service.parked(key).size() == 2);
        ParkedMessage parked = service.parked(key).get(0);
        assertThat(parked.reason()).isEqualTo(ParkReason.UNREADABLE);
        assertThat(parked.message().value()).isEqualTo(garbage);
        assertThat(parked.message().headers().lastHeader("odd\uFFFDname").value())
                .isEqualTo(garbage);
        assertThat(parked.message().headers().lastHeader("nothing").value()).isNull();
        assertThat(service.parked(key).get(1).reason()).isEqualTo(ParkReason.FOLLOWS);

        assertThat(service.replay.discard(parked.id())).contains(new ReplayParked.Replayed(1, null));

        awaitEffects(key, 1L);
    }

    @Test
    void data_that_is_not_what_its_type_says_is_parked() throws Exception {
        UUID key = UUID.randomUUID();
        writer.send(key, TopicWriter.event(UUID.randomUUID(), TYPE, 1), bytes("{\"personId\": 17"));
        writer.send(key, TopicWriter.event(UUID.randomUUID(), TYPE, 2), null);

        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(service.parked(key))
                        .extracting(ParkedMessage::reason)
                        .containsExactly(ParkReason.UNREADABLE, ParkReason.FOLLOWS));
    }

    @Test
    void a_message_without_key_or_value_or_headers_disturbs_nobody() throws Exception {
        for (int partition = 0; partition < 3; partition++) {
            writer.sendNothingTo(partition);
        }
        UUID key = UUID.randomUUID();
        writer.send(key, UUID.randomUUID(), 1, "Ada");

        awaitEffects(key, 1L);
    }

    @Test
    void an_unknown_type_is_passed_over_and_takes_effect_when_it_is_known() throws Exception {
        UUID key = UUID.randomUUID();
        UUID unknown = UUID.randomUUID();
        byte[] data = EventJson.write(Events.profileOf(key));
        writer.send(key, TopicWriter.event(unknown, "dev.tightrope.outreach.person-profile-changed.v9", 1), data);
        writer.send(key, UUID.randomUUID(), 2, "Ada");
        awaitEffects(key, 2L);
        assertThat(service.parked(key)).extracting(ParkedMessage::reason).containsExactly(ParkReason.UNKNOWN_TYPE);
        service.replay.nowKnown();
        assertThat(service.effectsOf(key)).containsExactly(2L);
        // The next release knows it. Rewriting the parked header stands for that release's registry.
        service.execute("""
                UPDATE parked_message SET type = '%s',
                    header_values[array_position(header_names, 'ce_type')] = convert_to('%s', 'UTF8')
                WHERE event_id = '%s'
                """.formatted(TYPE, TYPE, unknown));

        service.replay.nowKnown();

        assertThat(service.effectsOf(key)).containsExactly(2L, 1L);
        assertThat(service.parked(key)).isEmpty();
        assertThat(service.outcomesOf(key)).containsExactly("HANDLED", "HANDLED");
    }

    @Test
    void a_type_nobody_here_reacts_to_only_moves_its_key_on() throws Exception {
        UUID key = UUID.randomUUID();
        writer.send(key, TopicWriter.event(UUID.randomUUID(), EventType.COMPANY_RELEASED.type(), 1), bytes("{}"));
        writer.send(key, UUID.randomUUID(), 2, "Ada");

        awaitEffects(key, 2L);
        assertThat(service.outcomesOf(key)).containsExactly("NOT_SUBSCRIBED", "HANDLED");
        assertThat(service.parked(key)).isEmpty();
    }

    @Test
    void followers_left_behind_by_a_crash_are_found_again() throws Exception {
        UUID key = UUID.randomUUID();
        writer.send(key, UUID.randomUUID(), 1, "Ada");
        writer.send(key, UUID.randomUUID(), 3, "Ada");
        await().atMost(60, SECONDS).until(() -> service.parked(key).size() == 1);
        // as if a replica had handled number 2 and died before it could release number 3
        service.execute("UPDATE inbox_sequence SET last_sequence = 2 WHERE key = '%s'".formatted(key));

        awaitEffects(key, 1L, 3L);
    }

    /** Sends a message that lands in the partition of another key, behind what was sent there. */
    private UUID neighbourOf(UUID key) throws Exception {
        int partition = partitionOf(key);
        UUID other = UUID.randomUUID();
        while (partitionOf(other) != partition) {
            other = UUID.randomUUID();
        }
        writer.send(other, UUID.randomUUID(), 1, "Ada");
        return other;
    }

    private static int partitionOf(UUID key) {
        return BuiltInPartitioner.partitionForKey(bytes(key.toString()), 3);
    }

    private void awaitEffects(UUID key, Long... numbers) {
        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(service.effectsOf(key)).isEqualTo(List.of(numbers)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
