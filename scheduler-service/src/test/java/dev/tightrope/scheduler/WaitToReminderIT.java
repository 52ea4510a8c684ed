package dev.tightrope.scheduler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.embedded.SharedParts;
import dev.tightrope.events.EventJson;
import dev.tightrope.events.EventType;
import dev.tightrope.events.ExecutiveFacts;
import dev.tightrope.events.OutreachMoved;
import dev.tightrope.events.OutreachOpened;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.PersonProfileChanged;
import dev.tightrope.events.TightropeEvent;
import dev.tightrope.events.Topics;
import dev.tightrope.events.WaitStarted;
import dev.tightrope.scheduler.background.BackgroundLoop;
import dev.tightrope.scheduler.background.BackgroundWork;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way: events in from the broker, the wait, the follow-up out to the broker, the mail to the rep. */
@QuarkusTest
class WaitToReminderIT {
    private final UUID owner = UUID.randomUUID();
    private final OutreachRef ref = Story.ref(owner, null);
    private final Map<UUID, Integer> sequences = new HashMap<>();

    @Inject
    Story story;

    @Inject
    BackgroundWork work;

    @BeforeEach
    void everythingRuns() {
        story.forget();
        work.loops().forEach(BackgroundLoop::start);
    }

    @AfterEach
    void everythingStops() {
        work.loops().forEach(BackgroundLoop::stop);
    }

    @Test
    void aWaitOfASecondEndsInAFollowUpAndAMail() throws Exception {
        Instant now = Instant.parse("2026-03-02T09:00:00Z");
        publish(new PersonProfileChanged(
                owner,
                "Anna Berg",
                null,
                null,
                owner + "@seller.example",
                "Europe/Stockholm",
                "sv",
                null,
                null,
                false));
        publish(new OutreachOpened(
                ref,
                "Nordfrakt",
                "SE",
                new ExecutiveFacts(UUID.randomUUID(), "Karin Holm", "VD", "+46700000001", null, "sv", null),
                now));
        publish(new OutreachMoved(ref, "SENDING_EMAIL", "AWAITING_RESPONSE", 5, "sent", now));
        publish(new WaitStarted(ref, 1, now, "PT1S", null, "e-mail sent"));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(TestMail.acceptedFor(owner + "@seller.example"))
                        .hasSize(1));
        assertThat(published())
                .contains(
                        EventType.WAIT_SCHEDULED.type(),
                        EventType.FOLLOW_UP_DUE.type(),
                        EventType.REMINDER_SENT.type());
    }

    private Set<String> published() {
        Set<String> types = new HashSet<>();
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                SharedParts.kafka().bootstrapServers(),
                "group.id",
                "test-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.SCHEDULER));
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                for (ConsumerRecord<String, byte[]> found : consumer.poll(Duration.ofMillis(200))) {
                    if (ref.outreachId().toString().equals(found.key())) {
                        types.add(
                                new String(found.headers().lastHeader("ce_type").value(), UTF_8));
                    }
                }
                return types.size() >= 3;
            });
        }
        return types;
    }

    private void publish(TightropeEvent event) throws Exception {
        Map<String, Object> config =
                Map.of("bootstrap.servers", SharedParts.kafka().bootstrapServers());
        EventType type = EventType.of(event);
        ProducerRecord<String, byte[]> published =
                new ProducerRecord<>(type.topic(), event.key().toString(), EventJson.write(event));
        Map<String, String> headers = Map.of(
                "content-type",
                "application/json",
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_type",
                type.type(),
                "ce_source",
                "outreach-service",
                "ce_time",
                "2026-03-02T09:00:00Z",
                "ce_subject",
                event.key().toString(),
                "ce_sequence",
                sequences.merge(event.key(), 1, Integer::sum).toString());
        headers.forEach((name, value) -> published.headers().add(name, value.getBytes(UTF_8)));
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(published).get();
        }
    }
}
