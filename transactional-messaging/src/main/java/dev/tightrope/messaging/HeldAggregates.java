package dev.tightrope.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Aggregates whose next event could not be published, and until when to leave them alone. The relay passes over all their
 * events meanwhile, so that they stay in order and do not stand in the way of the others.
 */
final class HeldAggregates {
    private static final long LONGEST_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long FIRST_NANOS = Duration.ofMillis(250).toNanos();

    private final Map<UUID, Hold> holds = new HashMap<>();

    private record Hold(int failures, boolean brokerAway, long untilNanos) {}

    void hold(UUID aggregate, boolean brokerAway, long nowNanos) {
        Hold before = holds.get(aggregate);
        int failures = before == null ? 1 : before.failures + 1;
        long pause = Math.min(FIRST_NANOS << Math.min(failures, 10), LONGEST_NANOS);
        // One failure of the broker says nothing about the aggregate: look again soon.
        long bounded = brokerAway ? Math.min(pause, 4 * FIRST_NANOS) : pause;
        holds.put(aggregate, new Hold(failures, brokerAway, nowNanos + bounded));
    }

    /** Something was published, so those held because of the broker need not wait any longer. */
    void brokerAnswered(Collection<UUID> published) {
        holds.keySet().removeAll(published);
        holds.replaceAll((aggregate, hold) -> hold.brokerAway ? new Hold(hold.failures, true, Long.MIN_VALUE) : hold);
    }

    List<UUID> at(long nowNanos) {
        return holds.entrySet().stream()
                .filter(entry ->
                        entry.getValue().untilNanos != Long.MIN_VALUE && entry.getValue().untilNanos - nowNanos > 0)
                .map(Map.Entry::getKey)
                .toList();
    }
}
