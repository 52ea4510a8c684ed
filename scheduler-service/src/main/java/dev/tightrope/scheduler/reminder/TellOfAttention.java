package dev.tightrope.scheduler.reminder;

import dev.tightrope.events.AttentionNeeded;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import dev.tightrope.scheduler.people.People;
import dev.tightrope.scheduler.people.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Tells the rep that an outreach cannot go on without them; of a suppression their managers, too, because it may end what
 * took weeks to open.
 */
@ApplicationScoped
class TellOfAttention implements EventHandler<AttentionNeeded> {
    private static final String SUPPRESSED = "SUPPRESSED";

    private final QueueReminders reminders;
    private final People people;

    TellOfAttention(QueueReminders reminders, People people) {
        this.reminders = reminders;
        this.people = people;
    }

    @Override
    public Class<AttentionNeeded> eventClass() {
        return AttentionNeeded.class;
    }

    @Override
    public void handle(Received<AttentionNeeded> received) {
        AttentionNeeded event = received.data();
        Set<UUID> recipients = new LinkedHashSet<>();
        recipients.add(event.ref().ownerId());
        if (SUPPRESSED.equals(event.reason())) {
            people.managersOf(event.ref().ownerId(), event.ref().teamId()).stream()
                    .map(Person::id)
                    .forEach(recipients::add);
        }
        reminders.notice(ReminderKind.ATTENTION, event.ref(), recipients, received);
    }
}
