package dev.tightrope.voicemail.outreach;

import dev.tightrope.voicemail.people.TeamKnown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Outreaches change teams with their owner: nothing else about them may happen for weeks that would tell. */
@ApplicationScoped
class FollowOwnersTeam {
    private final Mirror mirror;

    FollowOwnersTeam(Mirror mirror) {
        this.mirror = mirror;
    }

    void changed(@Observes TeamKnown change) {
        mirror.ownersTeam(change.personId(), change.teamId());
    }
}
