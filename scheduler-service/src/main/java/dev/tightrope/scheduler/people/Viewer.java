package dev.tightrope.scheduler.people;

import dev.tightrope.api.Caller;
import dev.tightrope.api.Visibility;
import dev.tightrope.api.deputy.Deputies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says which outreaches' rows the caller of a request may see. */
@ApplicationScoped
public class Viewer {
    private final Caller caller;
    private final People people;
    private final Deputies deputies;

    Viewer(Caller caller, People people, Deputies deputies) {
        this.caller = caller;
        this.people = people;
        this.deputies = deputies;
    }

    /** What the caller sees: own rows and those of whom they stand in for, a manager the team's too, an admin all. */
    public Visibility visibility() {
        return Visibility.of(caller, ledTeam(), deputies.standsInFor(caller.personId()));
    }

    /** The same without those the caller stands in for: what is theirs to plan. */
    public Visibility ownVisibility() {
        return Visibility.of(caller, ledTeam(), Set.of());
    }

    private @Nullable UUID ledTeam() {
        return caller.isManager()
                ? people.find(caller.personId()).map(Person::teamId).orElse(null)
                : null;
    }
}
