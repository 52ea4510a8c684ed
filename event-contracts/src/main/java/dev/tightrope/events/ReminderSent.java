package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail to a rep or manager was handed to the mail server.
 *
 * @param ref the outreach it belongs to
 * @param reminderId the reminder
 * @param kind FOLLOW_UP, NEXT_STEP, RETURN, RESPONSE, ATTENTION, WITHHELD or PERMISSION_ENDED
 * @param recipientId person it was sent to
 * @param sentAt when
 */
public record ReminderSent(OutreachRef ref, UUID reminderId, String kind, UUID recipientId, Instant sentAt)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
