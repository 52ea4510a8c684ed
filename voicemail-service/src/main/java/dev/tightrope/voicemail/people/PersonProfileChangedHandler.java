package dev.tightrope.voicemail.people;

import dev.tightrope.events.PersonProfileChanged;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

@ApplicationScoped
class PersonProfileChangedHandler implements EventHandler<PersonProfileChanged> {
    private final People people;
    private final Event<TeamKnown> changed;

    PersonProfileChangedHandler(People people, Event<TeamKnown> changed) {
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
        people.keep(profile, received.time());
        changed.fire(new TeamKnown(profile.personId(), profile.teamId()));
    }
}
