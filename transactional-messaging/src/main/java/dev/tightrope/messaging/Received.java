package dev.tightrope.messaging;

import dev.tightrope.events.TightropeEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as it arrived.
 *
 * @param eventId its identity; the same for every delivery
 * @param time when it happened, by the clock of the source's database
 * @param source name of the service that published it
 * @param sequence its number among the source's events of the same key, from 1 and without gaps
 * @param data the fact
 * @param <E> type of the fact
 */
public record Received<E extends TightropeEvent>(UUID eventId, Instant time, String source, long sequence, E data) {}
