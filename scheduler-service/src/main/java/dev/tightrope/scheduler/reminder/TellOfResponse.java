package dev.tightrope.scheduler.reminder;

import dev.tightrope.events.ResponseReceived;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Tells the rep at once that somebody answered. */
@ApplicationScoped
class TellOfResponse implements EventHandler<ResponseReceived> {
    private final QueueReminders reminders;

    TellOfResponse(QueueReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public Class<ResponseReceived> eventClass() {
        return ResponseReceived.class;
    }

    @Override
    public void handle(Received<ResponseReceived> received) {
        ResponseReceived event = received.data();
        reminders.notice(ReminderKind.RESPONSE, event.ref(), Set.of(event.ref().ownerId()), received);
    }
}
