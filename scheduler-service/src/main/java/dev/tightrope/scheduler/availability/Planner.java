package dev.tightrope.scheduler.availability;

import dev.tightrope.api.Problems;
import dev.tightrope.scheduler.people.People;
import dev.tightrope.scheduler.people.Person;
import dev.tightrope.scheduler.people.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Says whose times the caller may see and plan: their own, a manager the team's, an admin anybody's. */
@ApplicationScoped
class Planner {
    private final People people;
    private final Viewer viewer;

    Planner(People people, Viewer viewer) {
        this.people = people;
        this.viewer = viewer;
    }

    /** The person, if the caller may plan their times. */
    Person of(UUID personId) {
        return find(personId).orElseThrow(() -> Problems.notFound("person", personId));
    }

    /** Whether the caller may plan their times. */
    boolean may(UUID personId) {
        return find(personId).isPresent();
    }

    private Optional<Person> find(UUID personId) {
        return people.find(personId).filter(person -> viewer.ownVisibility().sees(person.id(), person.teamId()));
    }
}
