package dev.tightrope.messaging;

import dev.tightrope.events.TightropeEvent;
import java.util.Collection;
import java.util.UUID;

/** Where a use case puts the facts it wants the other services to know; they leave if, and only if, it commits. */
public interface Outbox {

    /**
     * Appends an event in the caller's transaction.
     *
     * @throws IllegalStateException if there is no transaction, because the event could then be told without having
     *     happened
     */
    void append(TightropeEvent event);

    /**
     * Appends many events in one round trip. Keys are taken in a fixed order, so that two batches that overlap wait for
     * each other instead of deadlocking; the order of events within a key is kept.
     *
     * @throws IllegalStateException if there is no transaction
     */
    void appendAll(Collection<? extends TightropeEvent> events);

    /**
     * Forgets what published events of these keys said, for the erasure of a person, in the caller's transaction. What is
     * still to be published goes out and is forgotten with {@code tightrope.messaging.relay.retention}: consumers wait for
     * every number of a key.
     */
    void forgetPublished(Collection<UUID> keys);
}
