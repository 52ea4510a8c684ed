package dev.tightrope.messaging;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Messages of one partition that were fetched but not dealt with, and when to try the first of them again. */
final class PartitionBacklog {
    private final Deque<ConsumerRecord<byte[], byte[]>> records = new ArrayDeque<>();
    private int failures;
    private long retryAtNanos;
    private boolean waiting;

    void add(Collection<ConsumerRecord<byte[], byte[]>> fetched) {
        records.addAll(fetched);
    }

    @Nullable
    ConsumerRecord<byte[], byte[]> first() {
        return records.peek();
    }

    void dealtWith() {
        records.remove();
        failures = 0;
        waiting = false;
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    boolean mayTry(long nowNanos) {
        return !records.isEmpty() && (!waiting || nowNanos - retryAtNanos >= 0);
    }

    long nanosToWait(long nowNanos) {
        return waiting ? Math.max(0, retryAtNanos - nowNanos) : 0;
    }

    void retryAt(long nanos) {
        waiting = true;
        retryAtNanos = nanos;
    }

    /** Counts a failure that was the message's own, and tells how many there have been. */
    int failed() {
        return ++failures;
    }
}
