package dev.tightrope.voicemail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.events.EventJson;
import dev.tightrope.events.EventType;
import dev.tightrope.events.PersonProfileChanged;
import dev.tightrope.events.TightropeEvent;
import dev.tightrope.testing.User;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Publishes what outreach-service would, over the real broker, and waits until it has arrived. */
@ApplicationScoped
public class OutreachServiceStandIn {
    private final Map<UUID, Long> sequences = new ConcurrentHashMap<>();
    private final KafkaProducer<String, byte[]> producer;
    private final Jdbi jdbi;

    OutreachServiceStandIn(@ConfigProperty(name = "kafka.bootstrap.servers") String servers, Jdbi jdbi) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "acks", "all"), new StringSerializer(), new ByteArraySerializer());
        this.jdbi = jdbi;
    }

    /** Publishes events in this order and waits until the last of each key was handled. */
    public void tells(TightropeEvent... events) {
        UUID last = null;
        for (TightropeEvent event : events) {
            last = publish(event);
        }
        awaitHandled(last);
    }

    /** Makes people known. */
    public void knows(User user, @Nullable UUID team) {
        knows(user, team, "en");
    }

    /** As {@link #knows(User, UUID)}, for one who reads another language. */
    public void knows(User user, @Nullable UUID team, String language) {
        tells(new PersonProfileChanged(
                user.id(),
                user.name(),
                "Account executive",
                "+46701234567",
                user.email(),
                "Europe/Stockholm",
                language,
                null,
                team,
                user.roles().contains("sales-manager")));
    }

    /** Publishes an event; its id. */
    public UUID publish(TightropeEvent event) {
        UUID id = UUID.randomUUID();
        send(event, id, sequences.merge(event.key(), 1L, Long::sum));
        return id;
    }

    /** Publishes bytes under an id and number of the test's choice, such as those of an earlier event. */
    public void send(TightropeEvent event, UUID id, long sequence) {
        EventType type = EventType.of(event);
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(type.topic(), event.key().toString(), EventJson.write(event));
        Map.of(
                        "content-type", "application/json",
                        "ce_specversion", "1.0",
                        "ce_id", id.toString(),
                        "ce_type", type.type(),
                        "ce_source", "outreach-service",
                        "ce_time", Instant.now().toString(),
                        "ce_subject", event.key().toString(),
                        "ce_sequence", Long.toString(sequence))
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        producer.send(message);
    }

    /** The number of the last event of a key. */
    public long lastSequence(UUID key) {
        return sequences.getOrDefault(key, 0L);
    }

    /** Waits until an event took effect. */
    public void awaitHandled(@Nullable UUID event) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(outcomeOf(event)).isEqualTo("HANDLED"));
    }

    private String outcomeOf(@Nullable UUID event) {
        return jdbi.withHandle(handle -> handle.createQuery("select outcome from inbox_event where event_id = ?")
                .bind(0, event)
                .mapTo(String.class)
                .findOne()
                .orElse("not arrived"));
    }
}
