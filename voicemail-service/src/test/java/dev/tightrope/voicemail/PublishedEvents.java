package dev.tightrope.voicemail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.events.EventJson;
import dev.tightrope.events.EventType;
import dev.tightrope.events.HomeworkCompleted;
import dev.tightrope.events.ScriptApproved;
import dev.tightrope.events.TightropeEvent;
import dev.tightrope.events.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** What the other services would read of this service on the broker. */
@ApplicationScoped
public class PublishedEvents {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Jdbi jdbi;
    private final List<TightropeEvent> seen = new ArrayList<>();

    PublishedEvents(@ConfigProperty(name = "kafka.bootstrap.servers") String servers, Jdbi jdbi) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "auto.offset.reset", "earliest", "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        this.jdbi = jdbi;
    }

    /** All events of an outreach in their order, after everything that is committed has been published. */
    public synchronized List<TightropeEvent> of(UUID outreachId) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(waiting(outreachId))
                        .as("events waiting in the outbox")
                        .isZero());
        readToTheEnd();
        return seen.stream().filter(event -> event.key().equals(outreachId)).toList();
    }

    /** As {@link #of}, without those of the preparation. */
    public List<Object> ofCalls(UUID outreachId) {
        return of(outreachId).stream()
                .filter(event -> !(event instanceof HomeworkCompleted || event instanceof ScriptApproved))
                .map(Object.class::cast)
                .toList();
    }

    /** The types of these events, in their order. */
    public List<String> typesOf(UUID outreachId) {
        return of(outreachId).stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    private int waiting(UUID outreachId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from outbox_event where aggregate_id = ? and published_at is null")
                .bind(0, outreachId)
                .mapTo(Integer.class)
                .one());
    }

    private void readToTheEnd() {
        if (consumer.assignment().isEmpty()) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (PartitionInfo partition : consumer.partitionsFor(Topics.VOICEMAIL)) {
                partitions.add(new TopicPartition(partition.topic(), partition.partition()));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(200))) {
                seen.add(read(message));
            }
        }
    }

    private static TightropeEvent read(ConsumerRecord<String, byte[]> message) {
        String type = new String(message.headers().lastHeader("ce_type").value(), UTF_8);
        try {
            return EventJson.read(EventType.ofType(type).orElseThrow(), message.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
