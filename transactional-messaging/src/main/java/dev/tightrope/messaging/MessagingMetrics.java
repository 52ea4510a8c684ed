package dev.tightrope.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.function.Supplier;

/** What operators watch: the outbox's backlog, the broker, what the inbox did, and what is parked. */
final class MessagingMetrics {
    private final MeterRegistry registry;
    private final Counter published;
    private volatile double unpublished = Double.NaN;
    private volatile double oldestSeconds = Double.NaN;
    private volatile double brokerReachable = Double.NaN;
    private volatile double lag = Double.NaN;
    private volatile Map<ParkReason, Long> parked = Map.of();

    MessagingMetrics(MeterRegistry registry) {
        this.registry = registry;
        gauge("tightrope.outbox.unpublished", "Events not published yet", () -> unpublished);
        gauge("tightrope.outbox.oldest.seconds", "Age of the oldest unpublished event", () -> oldestSeconds);
        gauge("tightrope.broker.reachable", "1 if the broker could be reached lately", () -> brokerReachable);
        gauge("tightrope.inbox.lag", "Messages on the topics not handled yet", () -> lag);
        for (ParkReason reason : ParkReason.values()) {
            Gauge.builder("tightrope.parked.messages", () -> parked.getOrDefault(reason, 0L))
                    .description("Messages that could not take effect yet")
                    .tag("reason", reason.name())
                    .register(registry);
        }
        published = registry.counter("tightrope.outbox.published");
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    void published(int count) {
        published.increment(count);
    }

    void brokerReachable(boolean reachable) {
        brokerReachable = reachable ? 1 : 0;
    }

    void outboxBacklog(double count, double seconds) {
        unpublished = count;
        oldestSeconds = seconds;
    }

    void received(Outcome outcome) {
        registry.counter("tightrope.inbox.messages", "outcome", outcome.name()).increment();
    }

    void inboxLag(long messages) {
        lag = messages;
    }

    void parked(Map<ParkReason, Long> countByReason) {
        parked = Map.copyOf(countByReason);
    }
}
