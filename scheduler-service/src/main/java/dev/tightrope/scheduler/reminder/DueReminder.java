package dev.tightrope.scheduler.reminder;

import dev.tightrope.events.TightropeEvent;
import dev.tightrope.scheduler.outreach.Outreaches;
import dev.tightrope.scheduler.people.Person;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claimed reminder with all that is needed to write and send it, read in the moment of sending.
 *
 * @param id the reminder
 * @param kind what it is about
 * @param recipient who gets it
 * @param subject the outreach
 * @param event the event it tells of; null for a follow-up
 * @param waitNumber the wait that is over; null for a notice
 * @param state the outreach's state now
 * @param currentWait the outreach's wait now
 * @param toOwner whether the recipient is the rep, not a manager
 */
record DueReminder(
        UUID id,
        ReminderKind kind,
        Person recipient,
        Subject subject,
        @Nullable TightropeEvent event,
        @Nullable Integer waitNumber,
        @Nullable String state,
        int currentWait,
        boolean toOwner) {
    /** Why it must not be sent any more: a follow-up asks only for what is still to be done. */
    Optional<String> pointless() {
        if (kind != ReminderKind.FOLLOW_UP) {
            return Optional.empty();
        }
        boolean waiting = Outreaches.AWAITING_RESPONSE.equals(state) || Outreaches.FOLLOW_UP_DUE.equals(state);
        if (!waiting) {
            return Optional.of("the outreach is " + state + " now");
        }
        return waitNumber != null && waitNumber == currentWait
                ? Optional.empty()
                : Optional.of("wait " + waitNumber + " was followed by wait " + currentWait);
    }
}
