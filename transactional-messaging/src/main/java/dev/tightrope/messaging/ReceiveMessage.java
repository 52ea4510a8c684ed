package dev.tightrope.messaging;

import java.time.Duration;
import org.jboss.logging.Logger;

/** Takes one message in and decides, should that fail, whether to try again, for how long, or to park it. */
final class ReceiveMessage {
    private static final Logger LOG = Logger.getLogger(ReceiveMessage.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(50);

    private final Inbox inbox;
    private final ReplayParked replay;
    private final int attempts;
    private final MessagingMetrics metrics;
    private boolean away;

    ReceiveMessage(Inbox inbox, ReplayParked replay, int attempts, MessagingMetrics metrics) {
        this.inbox = inbox;
        this.replay = replay;
        this.attempts = attempts;
        this.metrics = metrics;
    }

    /** What the consumer is to do next with the partition. */
    enum Verdict {
        DEALT_WITH,
        AGAIN_SOON,
        DATABASE_AWAY
    }

    Verdict receive(Message message, PartitionBacklog backlog) {
        try {
            Inbox.Receipt receipt = inbox.receive(message);
            metrics.received(receipt.outcome());
            if (receipt.followed()) {
                releaseFollowers(message);
            }
            away = false;
            return Verdict.DEALT_WITH;
        } catch (Exception e) {
            return TransientFailures.isTransient(e) ? databaseAway(message, e) : failed(message, backlog, e);
        }
    }

    private Verdict failed(Message message, PartitionBacklog backlog, Exception failure) {
        int failures = backlog.failed();
        if (failures < attempts && !TransientFailures.isPoison(failure)) {
            LOG.warnf(failure, "Attempt %d of %d at %s failed", failures, attempts, message);
            backlog.retryAt(System.nanoTime() + (FIRST_RETRY.toNanos() << (failures - 1)));
            return Verdict.AGAIN_SOON;
        }
        try {
            inbox.park(message, failure, failures);
            metrics.received(Outcome.PARKED);
            return Verdict.DEALT_WITH;
        } catch (Exception e) {
            // Never skipped: a message that can neither be handled nor parked is better stuck than lost.
            e.addSuppressed(failure);
            return databaseAway(message, e);
        }
    }

    private Verdict databaseAway(Message message, Exception failure) {
        LOG.logf(
                away ? Logger.Level.DEBUG : Logger.Level.WARN,
                failure,
                "The database does not take %s; trying until it does",
                message);
        away = true;
        return Verdict.DATABASE_AWAY;
    }

    /** Those that waited for this message. Should it fail half-way, the upkeep finds the rest. */
    private void releaseFollowers(Message message) {
        try {
            CloudEvent event = CloudEvent.read(message.headers());
            replay.followers(event.source(), String.valueOf(message.key()), 0);
        } catch (Exception e) {
            LOG.warnf(e, "What waits behind %s will be released later", message);
        }
    }
}
