package dev.tightrope.messaging;

import dev.tightrope.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what really is on the topic of the outreach service. */
final class TopicReader {
    private TopicReader() {}

    /** Everything of these keys up to now, in the order of each partition. */
    static List<ConsumerRecord<byte[], byte[]>> read(String bootstrapServers, Collection<UUID> keys) {
        Set<String> wanted = keys.stream().map(UUID::toString).collect(Collectors.toSet());
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.OUTREACH).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    if (record.key() != null && wanted.contains(new String(record.key(), StandardCharsets.UTF_8))) {
                        found.add(record);
                    }
                }
            }
            return found;
        }
    }

    /** Sequence numbers of a key, in the order of its partition. */
    static List<Long> numbers(String bootstrapServers, UUID key) throws UnreadableException {
        List<Long> numbers = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : read(bootstrapServers, List.of(key))) {
            numbers.add(CloudEvent.read(record.headers()).sequence());
        }
        return numbers;
    }
}
