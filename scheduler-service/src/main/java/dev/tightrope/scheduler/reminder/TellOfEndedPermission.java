package dev.tightrope.scheduler.reminder;

import dev.tightrope.events.StoryPermissionEnded;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import dev.tightrope.scheduler.people.People;
import dev.tightrope.scheduler.people.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** Tells the rep, and who manages the team as far as known, that a competitor may not be named any more. */
@ApplicationScoped
class TellOfEndedPermission implements EventHandler<StoryPermissionEnded> {
    private final QueueReminders reminders;
    private final People people;

    TellOfEndedPermission(QueueReminders reminders, People people) {
        this.reminders = reminders;
        this.people = people;
    }

    @Override
    public Class<StoryPermissionEnded> eventClass() {
        return StoryPermissionEnded.class;
    }

    @Override
    public void handle(Received<StoryPermissionEnded> received) {
        StoryPermissionEnded event = received.data();
        Set<UUID> recipients = new LinkedHashSet<>();
        recipients.add(event.ref().ownerId());
        people.managersOf(event.ref().ownerId(), event.ref().teamId()).stream()
                .map(Person::id)
                .forEach(recipients::add);
        reminders.notice(ReminderKind.PERMISSION_ENDED, event.ref(), recipients, received);
    }
}
