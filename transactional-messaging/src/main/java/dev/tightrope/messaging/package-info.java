/**
 * Transactional messaging between the services: an outbox with its relay, an inbox, and parked messages with their
 * administration under {@code /admin/parked-messages} below the REST root.
 *
 * <p>A service appends events to the {@link dev.tightrope.messaging.Outbox} inside its business transaction and reacts to
 * others' by beans that implement {@link dev.tightrope.messaging.EventHandler}. Every event takes effect once, in the
 * order of its aggregate. Migrations are in {@code classpath:db/messaging}.
 */
@NullMarked
package dev.tightrope.messaging;

import org.jspecify.annotations.NullMarked;
