package dev.tightrope.outreach.outreach;

import dev.tightrope.events.TightropeEvent;
import dev.tightrope.messaging.Received;
import dev.tightrope.outreach.people.People;
import dev.tightrope.outreach.people.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds out who is behind what comes by another way than a call of the API. */
@ApplicationScoped
class Actors {
    private final People people;

    Actors(People people) {
        this.people = people;
    }

    /** The person the event names; the service that sent it if it names none. */
    Actor of(Received<? extends TightropeEvent> received) {
        return of(received.data().actedBy(), received.source());
    }

    /** The person, or a part of the system where there is none. */
    Actor of(@Nullable UUID person, String system) {
        return person == null
                ? Actor.system(system)
                : new Actor(person, people.byId(person).map(Person::name).orElse("somebody of ours"));
    }
}
