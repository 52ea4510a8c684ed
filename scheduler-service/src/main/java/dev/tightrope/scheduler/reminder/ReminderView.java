package dev.tightrope.scheduler.reminder;

import dev.tightrope.scheduler.reminder.RemindersResource.ReminderState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reminder or notice as the API shows it.
 *
 * @param id the reminder
 * @param outreachId its outreach; absent for a digest, or a mail about a mail account
 * @param round its round; absent without an outreach
 * @param kind what it is about
 * @param waitNumber the wait that is over; only for a follow-up
 * @param repeat 0 for the first reminder of something, then which repeat; the last one is the manager's
 * @param nextReminderAt when the next reminder of the same comes, unless it is done before; absent where none follows
 * @param recipientId who gets it
 * @param onBehalfOf who is away and was to get it; absent where the recipient gets what is theirs
 * @param state where it stands; UNDELIVERABLE where the recipient was refused for good
 * @param reason why it was cancelled
 * @param createdAt when it was queued
 * @param updatedAt when anything of it changed last
 * @param attempts how often it was tried to send it
 * @param nextAttemptAt when it is tried next; only while pending
 * @param lastError what went wrong last
 * @param sentAt when the mail server accepted it
 */
public record ReminderView(
        UUID id,
        @Nullable UUID outreachId,
        @Nullable Integer round,
        ReminderKind kind,
        @Nullable Integer waitNumber,
        int repeat,
        @Nullable Instant nextReminderAt,
        UUID recipientId,
        @Nullable UUID onBehalfOf,
        ReminderState state,
        @Nullable String reason,
        Instant createdAt,
        Instant updatedAt,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String lastError,
        @Nullable Instant sentAt) {}
