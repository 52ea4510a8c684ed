package dev.tightrope.scheduler.reminder;

import dev.tightrope.events.EmailWithheld;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Tells the rep that a promise they made on the phone will not be kept by itself. */
@ApplicationScoped
class TellOfWithheldEmail implements EventHandler<EmailWithheld> {
    private final QueueReminders reminders;

    TellOfWithheldEmail(QueueReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public Class<EmailWithheld> eventClass() {
        return EmailWithheld.class;
    }

    @Override
    public void handle(Received<EmailWithheld> received) {
        EmailWithheld event = received.data();
        reminders.notice(ReminderKind.WITHHELD, event.ref(), Set.of(event.ref().ownerId()), received);
    }
}
