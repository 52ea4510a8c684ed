package dev.tightrope.scheduler.reminder;

import java.util.UUID;

/**
 * The right to send a reminder, until its lease ends.
 *
 * @param reminderId the reminder
 * @param token proves the claim: who finds another token in the row lost it
 * @param attempt which attempt this is, from 1
 */
record Claim(UUID reminderId, UUID token, int attempt) {
    /** The right to another reminder that was claimed with this one. */
    Claim of(UUID reminder) {
        return new Claim(reminder, token, attempt);
    }
}
