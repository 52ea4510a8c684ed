package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Caller;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.ProblemException;
import dev.tightrope.api.Problems;
import dev.tightrope.outreach.people.People;
import dev.tightrope.outreach.people.Person;
import dev.tightrope.outreach.prospect.Prospects;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** To whom outreaches may be handed over, and by whom: managers within their team, administrators to anybody. */
@ApplicationScoped
class NewOwner {
    private final Caller caller;
    private final People people;
    private final Prospects prospects;

    NewOwner(Caller caller, People people, Prospects prospects) {
        this.caller = caller;
        this.people = people;
        this.prospects = prospects;
    }

    /** Companies and the person stay as they are until the transaction ends: the outreach comes into the team they are in. */
    Person require(UUID personId) {
        if (!caller.isManager() && !caller.isAdmin()) {
            throw Problems.forbidden("Only a manager hands outreaches over; ask yours.");
        }
        prospects.keepCompanies();
        Person person = people.keep(personId)
                .orElseThrow(() -> refused("is nobody who has signed in here yet: see GET /api/v1/people"));
        if (!caller.isAdmin() && !isOfMyTeam(person.teamId())) {
            throw refused("is not of the team you lead: choose somebody of it, or ask an administrator");
        }
        return person;
    }

    boolean isOfMyTeam(@Nullable UUID team) {
        return team != null
                && people.byId(caller.personId())
                        .map(me -> team.equals(me.teamId()))
                        .orElse(false);
    }

    static ProblemException refused(String message) {
        return Problems.unprocessable("transfer-target", List.of(new FieldError("/toPersonId", message)));
    }
}
