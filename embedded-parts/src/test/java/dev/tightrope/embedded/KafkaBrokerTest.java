package dev.tightrope.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaBrokerTest {

    @Test
    void what_was_acknowledged_survives_a_kill_and_an_orderly_stop() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start()) {
            broker.createTopics(1, "facts");
            broker.createTopics(1, "facts");
            publish(broker, "before the kill");
            broker.kill();
            assertThat(broker.isRunning()).isFalse();
            assertThat(Ports.answers(broker.port())).isFalse();

            broker.restart();
            publish(broker, "before the stop");
            broker.stop();
            assertThat(broker.isRunning()).isFalse();

            broker.restart();
            assertThat(read(broker, 2)).containsExactly("before the kill", "before the stop");
        }
    }

    private static void publish(KafkaBroker broker, String text) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("facts", text)).get(60, TimeUnit.SECONDS);
        }
    }

    private static List<String> read(KafkaBroker broker, int count) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("facts", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<String> texts = new java.util.ArrayList<>();
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (texts.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofSeconds(1)).forEach(kept -> texts.add(kept.value()));
            }
            return texts;
        }
    }
}
