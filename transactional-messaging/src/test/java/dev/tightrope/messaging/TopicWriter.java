package dev.tightrope.messaging;

import dev.tightrope.events.EventJson;
import dev.tightrope.events.EventType;
import dev.tightrope.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts messages on the topic of the outreach service as its relay would, or as nobody should. */
final class TopicWriter implements AutoCloseable {
    static final String TYPE = EventType.PERSON_PROFILE_CHANGED.type();

    private final KafkaProducer<byte[], byte[]> producer;

    TopicWriter(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    static CloudEvent event(UUID eventId, String type, long number) {
        return new CloudEvent(eventId, type, "outreach-service", Instant.EPOCH, number, null);
    }

    void sendProfiles(UUID key, int count) throws Exception {
        for (int number = 1; number <= count; number++) {
            send(key, UUID.randomUUID(), number, "Ada");
        }
    }

    void send(UUID key, UUID eventId, long number, String name) throws Exception {
        send(key, event(eventId, TYPE, number), EventJson.write(Events.profileOf(key, name)));
    }

    void send(UUID key, CloudEvent event, byte[] data) throws Exception {
        send(key.toString(), data, event.headers(key.toString()));
    }

    void send(String key, byte[] data, Headers headers) throws Exception {
        producer.send(new ProducerRecord<>(Topics.OUTREACH, null, key.getBytes(StandardCharsets.UTF_8), data, headers))
                .get();
    }

    void sendNothingTo(int partition) throws Exception {
        producer.send(new ProducerRecord<>(Topics.OUTREACH, partition, null, null))
                .get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
