package dev.tightrope.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.embedded.SharedParts;
import dev.tightrope.events.EventJson;
import dev.tightrope.events.EventType;
import dev.tightrope.events.PersonProfileChanged;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the outbox to the topic. */
class OutboxRelayIT {
    private final ObstinateProducer producer = new ObstinateProducer();
    private String database;
    private ServiceByHand service;

    @BeforeEach
    void start() throws Exception {
        database = ServiceByHand.database(SharedParts.postgres());
        // nothing here freezes, however slow the machine is
        service = ServiceByHand.on(database, producer, Duration.ofMinutes(1));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void an_event_becomes_a_cloud_event_in_binary_mode() throws Exception {
        UUID person = UUID.randomUUID();
        service.commit(Events.profileOf(person));

        assertThat(service.relay.runOnce()).isOne();

        List<ConsumerRecord<byte[], byte[]>> records =
                TopicReader.read(SharedParts.kafka().bootstrapServers(), List.of(person));
        assertThat(records).hasSize(1);
        ConsumerRecord<byte[], byte[]> record = records.get(0);
        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(person.toString());
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_type")).isEqualTo("dev.tightrope.outreach.person-profile-changed.v1");
        assertThat(header(record, "ce_source")).isEqualTo("outreach-service");
        assertThat(header(record, "ce_subject")).isEqualTo(person.toString());
        assertThat(header(record, "ce_sequence")).isEqualTo("1");
        assertThat(UUID.fromString(header(record, "ce_id")).version()).isEqualTo(7);
        assertThat(EventJson.read(EventType.PERSON_PROFILE_CHANGED, record.value()))
                .isEqualTo(Events.profileOf(person));
        assertThat(service.relay.runOnce()).as("published again").isZero();
    }

    @Test
    void an_event_whose_transaction_commits_late_is_not_skipped() throws Exception {
        UUID late = UUID.randomUUID();
        UUID early = UUID.randomUUID();
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> slow = other.submit(() -> {
                service.inTransaction(() -> {
                    service.outbox.append(Events.profileOf(late));
                    appended.countDown();
                    mayCommit.await();
                });
                return true;
            });
            appended.await();
            service.commit(Events.profileOf(early));
            assertThat(service.relay.runOnce()).isOne();
            assertThat(published(early)).containsExactly(1L);

            mayCommit.countDown();
            slow.get(30, SECONDS);

            assertThat(service.relay.runOnce()).isOne();
            assertThat(published(late)).containsExactly(1L);
        } finally {
            mayCommit.countDown();
            other.shutdown();
        }
    }

    @Test
    void of_two_relays_one_publishes() throws Exception {
        UUID person = UUID.randomUUID();
        try (ServiceByHand replica = ServiceByHand.on(database)) {
            service.commitProfiles(person, 5);
            assertThat(service.relay.runOnce()).isEqualTo(5);
            replica.commitProfiles(person, 5);

            assertThat(replica.relay.runOnce()).isZero();
            assertThat(service.relay.runOnce()).isEqualTo(5);

            service.relay.close();
            replica.commitProfiles(person, 1);
            // the server takes a moment to notice that the first has gone
            await().atMost(60, SECONDS).until(() -> replica.relay.runOnce() == 1);
        }
        assertThat(published(person)).containsExactlyElementsOf(upTo(11));
    }

    @Test
    void events_of_an_aggregate_keep_their_order_under_concurrency() throws Exception {
        List<UUID> people = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        int threads = 8;
        int each = 15;
        ExecutorService users = Executors.newFixedThreadPool(threads);
        try (ServiceByHand replica = ServiceByHand.on(database)) {
            service.relaying(Duration.ofMillis(200));
            replica.relaying(Duration.ofMillis(200));
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                ServiceByHand mine = i % 2 == 0 ? service : replica;
                work.add(users.submit(() -> {
                    for (int n = 0; n < each; n++) {
                        for (UUID person : people) {
                            mine.commit(Events.profileOf(person));
                        }
                    }
                    return true;
                }));
            }
            for (Future<?> one : work) {
                one.get(60, SECONDS);
            }
            await().atMost(60, SECONDS).until(() -> service.unpublished() == 0);
        } finally {
            users.shutdown();
        }
        for (UUID person : people) {
            // A relay that lost its session in a stall sends again what it could not mark, so duplicates are allowed.
            assertThat(published(person).stream().distinct()).containsExactlyElementsOf(upTo((long) threads * each));
        }
    }

    @Test
    void batches_that_overlap_do_not_deadlock() throws Exception {
        List<UUID> people =
                LongStream.range(0, 20).mapToObj(i -> UUID.randomUUID()).toList();
        List<UUID> backwards = new ArrayList<>(people);
        Collections.reverse(backwards);
        ExecutorService users = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (List<UUID> order : List.of(people, backwards)) {
                work.add(users.submit(() -> {
                    for (int i = 0; i < 30; i++) {
                        service.inTransaction(() -> service.outbox.appendAll(
                                order.stream().map(Events::profileOf).toList()));
                    }
                    return true;
                }));
            }
            for (Future<?> one : work) {
                one.get(60, SECONDS);
            }
        } finally {
            users.shutdown();
        }
        assertThat(service.unpublished()).isEqualTo(20 * 30 * 2);
    }

    @Test
    void a_batch_keeps_the_order_within_each_key_and_goes_on_with_its_numbers() throws Exception {
        UUID known = UUID.randomUUID();
        UUID unknown = UUID.randomUUID();
        service.commit(Events.profileOf(known, "0"));
        service.inTransaction(() -> service.outbox.appendAll(LongStream.range(1, 40)
                .mapToObj(n -> Events.profileOf(n % 3 == 0 ? unknown : known, Long.toString(n)))
                .toList()));

        assertThat(service.relay.runOnce()).isEqualTo(40);

        List<ConsumerRecord<byte[], byte[]>> records =
                TopicReader.read(SharedParts.kafka().bootstrapServers(), List.of(known, unknown));
        assertThat(namesOf(known, records))
                .containsExactlyElementsOf(LongStream.range(0, 40)
                        .filter(n -> n == 0 || n % 3 != 0)
                        .mapToObj(Long::toString)
                        .toList());
        assertThat(namesOf(unknown, records))
                .containsExactlyElementsOf(LongStream.range(1, 40)
                        .filter(n -> n % 3 == 0)
                        .mapToObj(Long::toString)
                        .toList());
        assertThat(published(known)).containsExactlyElementsOf(upTo(27));
        assertThat(published(unknown)).containsExactlyElementsOf(upTo(13));
    }

    @Test
    void a_refused_event_holds_its_key_and_no_other() throws Exception {
        UUID refused = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        // more than the relay reads at a time, so that they could stand in everybody's way
        int many = 250;
        producer.refuse(refused, new RecordTooLargeException("too large, says the test"));
        service.inTransaction(() -> service.outbox.appendAll(Collections.nCopies(many, Events.profileOf(refused))));
        service.commitProfiles(other, 3);

        await().atMost(60, SECONDS).until(() -> {
            service.relay.runOnce();
            return service.unpublished() == many;
        });

        assertThat(published(refused)).isEmpty();
        assertThat(published(other)).containsExactly(1L, 2L, 3L);
        producer.refuseNoMore();
        await().atMost(60, SECONDS).until(() -> {
            service.relay.runOnce();
            return service.unpublished() == 0;
        });
        assertThat(published(refused)).containsExactlyElementsOf(upTo(many));
    }

    @Test
    void an_event_that_fails_is_not_overtaken_by_its_successor() throws Exception {
        UUID person = UUID.randomUUID();
        service.commitProfiles(person, 4);
        producer.failNext(person, new TimeoutException("not now, says the test"));
        assertThat(service.relay.runOnce()).isZero();

        await().atMost(60, SECONDS).until(() -> {
            service.relay.runOnce();
            return service.unpublished() == 0;
        });

        assertThat(published(person)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void a_commit_wakes_the_relay_of_its_own_process() throws Exception {
        UUID person = UUID.randomUUID();
        service.relaying(Duration.ofMinutes(10));
        service.commit(Events.profileOf(person));

        await().atMost(30, SECONDS).until(() -> service.unpublished() == 0);
    }

    @Test
    void a_commit_wakes_the_relay_of_another_process() throws Exception {
        UUID person = UUID.randomUUID();
        Duration never = Duration.ofMinutes(10);
        try (ServiceByHand leader = ServiceByHand.on(database, UnaryOperator.identity(), never)) {
            assertThat(leader.relay.runOnce()).as("leads").isZero();
            leader.relaying(never);
            await().atMost(30, SECONDS).until(this::somebodyListens);
            service.relaying(never);

            service.commit(Events.profileOf(person));

            await().atMost(30, SECONDS).until(() -> service.unpublished() == 0);
        }
    }

    private boolean somebodyListens() throws Exception {
        try (Connection connection = service.pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 FROM pg_stat_activity WHERE query LIKE 'LISTEN %'"
                        + " AND state = 'idle' AND datname = current_database()")) {
            return rows.next();
        }
    }

    @Test
    void what_was_published_long_ago_is_deleted_and_nothing_else() throws Exception {
        UUID person = UUID.randomUUID();
        service.commitProfiles(person, 2);
        service.relay.runOnce();
        service.execute("UPDATE outbox_event SET published_at = now() - interval '8 days' WHERE sequence = 1");
        service.commitProfiles(person, 1);

        service.relay.keepHouse(Duration.ofDays(7));

        assertThat(service.numbersInOutbox()).containsExactly(2L, 3L);
        assertThat(service.relay.runOnce()).isOne();
        service.execute("UPDATE outbox_event SET published_at = now() - interval '8 days'");
        service.relay.keepHouse(Duration.ofDays(7));
        assertThat(service.numbersInOutbox()).isEmpty();
        service.commit(Events.profileOf(person));
        assertThat(service.relay.runOnce()).isOne();
        assertThat(published(person)).as("numbers go on").containsExactly(1L, 2L, 3L, 4L);
    }

    private List<Long> published(UUID key) throws Exception {
        return TopicReader.numbers(SharedParts.kafka().bootstrapServers(), key);
    }

    private static List<String> namesOf(UUID person, List<ConsumerRecord<byte[], byte[]>> records) throws Exception {
        List<String> names = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            PersonProfileChanged event =
                    (PersonProfileChanged) EventJson.read(EventType.PERSON_PROFILE_CHANGED, record.value());
            if (event.personId().equals(person)) {
                names.add(event.name());
            }
        }
        return names;
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
