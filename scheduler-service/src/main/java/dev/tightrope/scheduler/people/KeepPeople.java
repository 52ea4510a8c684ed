package dev.tightrope.scheduler.people;

import dev.tightrope.events.PersonProfileChanged;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Keeps the replica of the profiles. */
@ApplicationScoped
class KeepPeople implements EventHandler<PersonProfileChanged> {
    private final People people;
    private final Event<PersonChanged> changed;

    KeepPeople(People people, Event<PersonChanged> changed) {
        this.people = people;
        this.changed = changed;
    }

    @Override
    public Class<PersonProfileChanged> eventClass() {
        return PersonProfileChanged.class;
    }

    @Override
    public void handle(Received<PersonProfileChanged> received) {
        PersonProfileChanged profile = received.data();
        Person person = new Person(
                profile.personId(),
                profile.name(),
                profile.email() == null || profile.email().isBlank() ? null : profile.email(),
                profile.phone(),
                profile.zone(),
                profile.language(),
                profile.teamId(),
                profile.manager());
        people.save(person);
        changed.fire(new PersonChanged(person));
    }
}
