package dev.tightrope.scheduler.outreach;

import dev.tightrope.events.OutreachRef;
import java.time.Instant;

/**
 * What an outreach waits for the rep to do: a follow-up, a call, or the meaning of an answer.
 *
 * @param ref the outreach
 * @param number tells it from an earlier one
 * @param from since when it can be done
 */
public record Task(OutreachRef ref, int number, Instant from) {}
