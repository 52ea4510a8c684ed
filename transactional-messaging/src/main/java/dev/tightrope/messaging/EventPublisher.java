package dev.tightrope.messaging;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Sends events to Kafka and waits for the broker's word on each, beating the relay's heart meanwhile. */
final class EventPublisher implements AutoCloseable {
    private static final long BEAT_MILLIS = 500;
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final String source;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Duration patience;
    private @Nullable Producer<byte[], byte[]> producer;

    /**
     * @param patience when to give up on a producer that answers neither yes nor no, well above its delivery timeout
     */
    EventPublisher(String source, Supplier<Producer<byte[], byte[]>> producers, Duration patience) {
        this.source = source;
        this.producers = producers;
        this.patience = patience;
    }

    /** An event that could not be published. */
    record Failure(OutboxRow event, Exception cause) {
        boolean brokerAway() {
            return isBrokerAway(cause);
        }
    }

    /** What became of the events. Those in neither list were not tried. */
    record Result(List<OutboxRow> published, List<Failure> failed) {}

    interface Heart {
        void beat() throws SQLException;
    }

    /** Publishes at most one event of each aggregate: their order must not depend on what the producer does in trouble. */
    Result publish(List<OutboxRow> events, Heart heart) throws SQLException, InterruptedException {
        List<OutboxRow> published = new ArrayList<>();
        List<Failure> failed = new ArrayList<>();
        List<Future<RecordMetadata>> answers = new ArrayList<>();
        boolean suspect = false;
        for (OutboxRow event : events) {
            Future<RecordMetadata> answer;
            try {
                answer = producer().send(event.toRecord(source));
            } catch (RuntimeException e) {
                answer = CompletableFuture.failedFuture(e);
                suspect = true;
            }
            answers.add(answer);
            if (answer.isDone()) {
                heart.beat();
                // No metadata: the producer has blocked for as long as it may, and would for each of the others.
                if (suspect || isBrokerAway(failureOf(answer))) {
                    break;
                }
            }
        }
        long deadline = System.nanoTime() + patience.toNanos();
        for (int i = 0; i < answers.size(); i++) {
            OutboxRow event = events.get(i);
            try {
                awaitAnswer(answers.get(i), heart, deadline);
                published.add(event);
            } catch (ExecutionException e) {
                failed.add(new Failure(event, e.getCause() instanceof Exception cause ? cause : e));
            } catch (TimeoutException e) {
                failed.add(new Failure(event, e));
            }
        }
        if (suspect || failed.stream().anyMatch(EventPublisher::producerIsSuspect)) {
            renewProducer();
        }
        return new Result(published, failed);
    }

    private static @Nullable Throwable failureOf(Future<RecordMetadata> done) throws InterruptedException {
        try {
            done.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    private static boolean isBrokerAway(@Nullable Throwable failure) {
        return failure instanceof RetriableException || failure instanceof TimeoutException;
    }

    private static void awaitAnswer(Future<RecordMetadata> answer, Heart heart, long deadline)
            throws SQLException, InterruptedException, ExecutionException, TimeoutException {
        while (true) {
            try {
                answer.get(BEAT_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                if (System.nanoTime() - deadline > 0) {
                    throw e;
                }
                heart.beat();
            }
        }
    }

    // Some failures (lost sequence numbers, fencing, authorisation) can leave a producer that never sends again.
    private static boolean producerIsSuspect(Failure failure) {
        return !(failure.cause instanceof RetriableException) && !(failure.cause instanceof RecordTooLargeException);
    }

    private Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = producers.get();
        }
        return producer;
    }

    private void renewProducer() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(CLOSE_WITHIN);
            producer = null;
        }
    }
}
