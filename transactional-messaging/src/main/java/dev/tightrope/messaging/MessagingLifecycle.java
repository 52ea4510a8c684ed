package dev.tightrope.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Starts relay and inbox with the application, once its database is migrated, and stops them with it. */
@Singleton
final class MessagingLifecycle {
    private static final Logger LOG = Logger.getLogger(MessagingLifecycle.class);

    private final MessagingConfig config;
    private final RelayThread relay;
    private final InboxConsumer inbox;
    private final Handlers handlers;

    MessagingLifecycle(MessagingConfig config, RelayThread relay, InboxConsumer inbox, Handlers handlers) {
        this.config = config;
        this.relay = relay;
        this.inbox = inbox;
        this.handlers = handlers;
    }

    void start(@Observes StartupEvent event) {
        if (config.relay().enabled()) {
            relay.start();
        }
        if (readsTopics()) {
            inbox.start();
        }
        LOG.infof("Messaging of %s reads %s", config.service(), readsTopics() ? handlers.topics() : "nothing");
    }

    void stop(@Observes ShutdownEvent event) {
        // First no more events come in, then those that handling them put into the outbox may leave.
        if (readsTopics()) {
            inbox.stop();
        }
        if (config.relay().enabled()) {
            relay.stop();
        }
    }

    private boolean readsTopics() {
        return config.inbox().enabled() && !handlers.topics().isEmpty();
    }
}
