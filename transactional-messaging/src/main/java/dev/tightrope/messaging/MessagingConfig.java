package dev.tightrope.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Configuration keys under {@code tightrope.messaging}; the broker itself is configured by {@code kafka.*}. */
@ConfigMapping(prefix = "tightrope.messaging")
interface MessagingConfig {

    /** Name of the service: source of its events and its Kafka consumer group. */
    String service();

    /** Settings of the outbox's relay. */
    Relay relay();

    /** Settings of the inbox. */
    Inbox inbox();

    /** Settings of the outbox's relay. */
    interface Relay {
        /** Whether the relay runs by itself; where not, it can be driven by {@link OutboxRelay#runOnce()}. */
        @WithDefault("true")
        boolean enabled();

        /** How often the relay looks without having been told; also its heartbeat. */
        @WithDefault("500ms")
        Duration pollInterval();

        /** When a relay that has stopped moving loses the lead to another replica. */
        @WithDefault("3s")
        Duration frozenAfter();

        /** How long the producer tries to deliver one event before it is held and tried anew. */
        @WithDefault("10s")
        Duration deliveryTimeout();

        /** How long published events are kept. */
        @WithDefault("7d")
        Duration retention();
    }

    /** Settings of the inbox. */
    interface Inbox {
        /** Whether the consumer runs. */
        @WithDefault("true")
        boolean enabled();

        /** How often a handler may fail for reasons of its own before the message is parked. */
        @WithDefault("5")
        int attempts();

        /** Pause between attempts while the database is away. */
        @WithDefault("1s")
        Duration pause();

        /** How long arrived events are remembered; longer than the topics keep them. */
        @WithDefault("30d")
        Duration retention();
    }
}
