package dev.tightrope.scheduler.reminder;

import dev.tightrope.events.AttentionNeeded;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Tells the rep that an outreach cannot go on without them. */
@ApplicationScoped
class TellOfAttention implements EventHandler<AttentionNeeded> {
    private final QueueReminders reminders;

    TellOfAttention(QueueReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public Class<AttentionNeeded> eventClass() {
        return AttentionNeeded.class;
    }

    @Override
    public void handle(Received<AttentionNeeded> received) {
        AttentionNeeded event = received.data();
        reminders.notice(ReminderKind.ATTENTION, event.ref(), Set.of(event.ref().ownerId()), received);
    }
}
