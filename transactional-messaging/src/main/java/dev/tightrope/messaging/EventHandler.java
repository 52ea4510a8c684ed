package dev.tightrope.messaging;

import dev.tightrope.events.TightropeEvent;

/**
 * Reaction of a service to one type of event; every CDI bean that implements this is subscribed.
 *
 * <p>It runs in the transaction of the inbox: what it writes, and what it appends to the {@link Outbox}, commits together
 * with the mark that the event was handled, so it never sees an event twice. Whatever it throws rolls all of it back:
 * trouble with the database is retried for as long as it lasts, anything else a few times before the message is parked.
 *
 * @param <E> the event it reacts to
 */
public interface EventHandler<E extends TightropeEvent> {

    /** The event it reacts to. */
    Class<E> eventClass();

    /** Reacts. Must not talk to anything but the database. */
    void handle(Received<E> received);
}
