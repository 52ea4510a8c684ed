package dev.tightrope.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topics on a thread of its own and never stops by itself. A partition whose first message cannot be dealt with
 * yet is paused while polling goes on: the group keeps this member for however long its database is away, and other
 * partitions flow. Offsets are committed after the database; what is delivered again is recognised by the inbox.
 */
final class InboxConsumer {
    private static final Logger LOG = Logger.getLogger(InboxConsumer.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration COMMIT_WITHIN = Duration.ofSeconds(5);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Set<String> topics;
    private final ReceiveMessage receive;
    private final InboxUpkeep upkeep;
    private final MessagingMetrics metrics;
    private final Duration pause;
    private final Thread thread = new Thread(this::run, "inbox");
    private final Map<TopicPartition, PartitionBacklog> backlogs = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Consumer<byte[], byte[]> current;

    InboxConsumer(
            Supplier<Consumer<byte[], byte[]>> consumers,
            Set<String> topics,
            ReceiveMessage receive,
            InboxUpkeep upkeep,
            MessagingMetrics metrics,
            Duration pause) {
        this.consumers = consumers;
        this.topics = topics;
        this.receive = receive;
        this.upkeep = upkeep;
        this.metrics = metrics;
        this.pause = pause;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    void stop() {
        stopping.countDown();
        Consumer<byte[], byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    private boolean stopped() {
        return stopping.getCount() == 0;
    }

    private void run() {
        while (!stopped()) {
            try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                current = consumer;
                consumer.subscribe(topics, new Rebalance(consumer));
                while (!stopped()) {
                    turn(consumer);
                }
                commitNow(consumer, done);
            } catch (WakeupException e) {
                LOG.debug("The inbox was told to stop", e);
            } catch (Throwable e) {
                // Whatever it is, this thread must not end: it is the only one that would ever read these messages.
                LOG.error("The inbox failed and begins anew", e);
                waitFor(pause);
            } finally {
                current = null;
                backlogs.clear();
                done.clear();
            }
        }
    }

    private void turn(Consumer<byte[], byte[]> consumer) {
        upkeep.ifDue();
        ConsumerRecords<byte[], byte[]> fetched = consumer.poll(untilNextTry());
        for (TopicPartition partition : fetched.partitions()) {
            backlogs.computeIfAbsent(partition, key -> new PartitionBacklog()).add(fetched.records(partition));
        }
        for (Map.Entry<TopicPartition, PartitionBacklog> entry : backlogs.entrySet()) {
            if (!workThrough(entry.getKey(), entry.getValue())) {
                // The database is away: the others would only wait for it one by one, and polling must go on.
                break;
            }
        }
        pauseThoseBehind(consumer);
        commitSoon(consumer);
        metrics.inboxLag(lag(consumer));
    }

    /** Deals with a partition's messages in order; false if the database is away. */
    private boolean workThrough(TopicPartition partition, PartitionBacklog backlog) {
        while (!stopped() && backlog.mayTry(System.nanoTime())) {
            ConsumerRecord<byte[], byte[]> record = Objects.requireNonNull(backlog.first());
            switch (receive.receive(Message.of(record), backlog)) {
                case DEALT_WITH -> {
                    backlog.dealtWith();
                    done.put(partition, new OffsetAndMetadata(record.offset() + 1));
                }
                case AGAIN_SOON -> {
                    return true;
                }
                case DATABASE_AWAY -> {
                    backlog.retryAt(System.nanoTime() + pause.toNanos());
                    return false;
                }
            }
        }
        return true;
    }

    private Duration untilNextTry() {
        long now = System.nanoTime();
        long nanos = POLL.toNanos();
        for (PartitionBacklog backlog : backlogs.values()) {
            if (!backlog.isEmpty()) {
                nanos = Math.min(nanos, backlog.nanosToWait(now));
            }
        }
        return Duration.ofNanos(nanos);
    }

    private void pauseThoseBehind(Consumer<byte[], byte[]> consumer) {
        for (TopicPartition partition : consumer.assignment()) {
            PartitionBacklog backlog = backlogs.get(partition);
            if (backlog == null || backlog.isEmpty()) {
                consumer.resume(Set.of(partition));
            } else {
                consumer.pause(Set.of(partition));
            }
        }
        backlogs.values().removeIf(PartitionBacklog::isEmpty);
    }

    private void commitSoon(Consumer<byte[], byte[]> consumer) {
        if (!done.isEmpty()) {
            consumer.commitAsync(Map.copyOf(done), (offsets, failure) -> {
                if (failure != null) {
                    // A later commit covers these offsets too; until then the inbox recognises what comes again.
                    LOG.debugf(failure, "Offsets %s were not committed", offsets);
                }
            });
            done.clear();
        }
    }

    private void commitNow(Consumer<byte[], byte[]> consumer, Map<TopicPartition, OffsetAndMetadata> offsets) {
        if (offsets.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(offsets, COMMIT_WITHIN);
        } catch (KafkaException e) {
            LOG.debugf(e, "Offsets %s were not committed and will be delivered again", offsets);
        }
    }

    private long lag(Consumer<byte[], byte[]> consumer) {
        long sum = 0;
        for (TopicPartition partition : consumer.assignment()) {
            sum += consumer.currentLag(partition).orElse(0);
        }
        return sum;
    }

    private void waitFor(Duration duration) {
        try {
            if (stopping.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.debug("The inbox was told to stop");
            }
        } catch (InterruptedException e) {
            LOG.debug("Somebody interrupted the inbox; it goes on", e);
        }
    }

    /** What was fetched from a partition that is no longer ours is the next owner's to handle. */
    private final class Rebalance implements ConsumerRebalanceListener {
        private final Consumer<byte[], byte[]> consumer;

        Rebalance(Consumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            Map<TopicPartition, OffsetAndMetadata> theirs = new HashMap<>(done);
            theirs.keySet().retainAll(partitions);
            commitNow(consumer, theirs);
            forget(partitions);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            LOG.debugf("Assigned %s", partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            forget(partitions);
        }

        private void forget(Collection<TopicPartition> partitions) {
            backlogs.keySet().removeAll(partitions);
            done.keySet().removeAll(partitions);
        }
    }
}
