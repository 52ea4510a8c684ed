package dev.tightrope.scheduler.outreach;

import dev.tightrope.scheduler.people.PersonChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Outreaches change teams with their owner: nothing else about them may happen for weeks that would tell. */
@ApplicationScoped
class FollowOwnersTeam {
    private final Mirror mirror;

    FollowOwnersTeam(Mirror mirror) {
        this.mirror = mirror;
    }

    void changed(@Observes PersonChanged change) {
        mirror.ownersTeam(change.person().id(), change.person().teamId());
    }
}
