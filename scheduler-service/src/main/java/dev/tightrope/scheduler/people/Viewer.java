package dev.tightrope.scheduler.people;

import dev.tightrope.api.Caller;
import dev.tightrope.api.Visibility;
import jakarta.enterprise.context.ApplicationScoped;

/** Says which outreaches' rows the caller of a request may see. */
@ApplicationScoped
public class Viewer {
    private final Caller caller;
    private final People people;

    Viewer(Caller caller, People people) {
        this.caller = caller;
        this.people = people;
    }

    /** What the caller sees: own rows, a manager's team's rows too, an admin all. */
    public Visibility visibility() {
        return Visibility.of(
                caller,
                caller.isManager()
                        ? people.find(caller.personId()).map(Person::teamId).orElse(null)
                        : null);
    }
}
