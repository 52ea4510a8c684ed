package dev.tightrope.scheduler.timer;

import java.time.Instant;
import java.util.UUID;

/**
 * A reminder that rests.
 *
 * @param reminderId the reminder
 * @param nextReminderAt when the next one of the same comes, unless the rep acts before
 */
public record Snoozed(UUID reminderId, Instant nextReminderAt) {}
