package dev.tightrope.outreach.people;

import dev.tightrope.api.Caller;
import dev.tightrope.api.ETags;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts a person into a team or takes them out of it. A manager may do so between no team and their own; for anything
 * else, and for themselves, because the team decides what a manager sees, it takes an administrator.
 */
@ApplicationScoped
class AssignTeam {
    private final Caller caller;
    private final SignedInPerson signedIn;
    private final ProfileStore store;
    private final Teams teams;

    AssignTeam(Caller caller, SignedInPerson signedIn, ProfileStore store, Teams teams) {
        this.caller = caller;
        this.signedIn = signedIn;
        this.store = store;
        this.teams = teams;
    }

    @Transactional
    Person assign(UUID personId, @Nullable UUID teamId, String ifMatch) {
        UUID own = signedIn.profile().teamId();
        Person before = store.lockOrRefuse(personId);
        ETags.check(ifMatch, before.version());
        if (!caller.isAdmin()) {
            boolean mine = own != null && within(own, before.teamId()) && within(own, teamId);
            if (!mine || personId.equals(caller.personId())) {
                throw Problems.forbidden(
                        "A manager moves others between no team and the own team; ask an administrator for more.");
            }
        }
        if (teamId != null && teams.byId(teamId).isEmpty()) {
            throw Problems.unprocessable(
                    "unknown-team", List.of(new FieldError("/teamId", "is no team: see GET /api/v1/teams")));
        }
        Person wanted = new Person(
                before.id(),
                before.name(),
                before.title(),
                before.phone(),
                before.email(),
                before.zone(),
                before.language(),
                before.signature(),
                teamId,
                before.manager(),
                before.updatedAt(),
                before.version());
        return store.change(before, wanted, caller.personId());
    }

    private static boolean within(UUID own, @Nullable UUID team) {
        return team == null || Objects.equals(own, team);
    }
}
