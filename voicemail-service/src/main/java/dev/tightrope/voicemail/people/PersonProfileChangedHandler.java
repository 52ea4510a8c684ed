package dev.tightrope.voicemail.people;

import dev.tightrope.events.PersonProfileChanged;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PersonProfileChangedHandler implements EventHandler<PersonProfileChanged> {
    private final People people;

    PersonProfileChangedHandler(People people) {
        this.people = people;
    }

    @Override
    public Class<PersonProfileChanged> eventClass() {
        return PersonProfileChanged.class;
    }

    @Override
    public void handle(Received<PersonProfileChanged> received) {
        people.keep(received.data(), received.time());
    }
}
