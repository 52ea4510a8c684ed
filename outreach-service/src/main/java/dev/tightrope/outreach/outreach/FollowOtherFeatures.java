package dev.tightrope.outreach.outreach;

import dev.tightrope.events.ExecutiveCorrected;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.people.ProfileChanged;
import dev.tightrope.outreach.prospect.Executive;
import dev.tightrope.outreach.prospect.ExecutiveChanged;
import dev.tightrope.outreach.story.PermissionEnded;
import dev.tightrope.outreach.story.PermissionRenewed;
import dev.tightrope.outreach.story.StoryRewritten;
import dev.tightrope.outreach.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/**
 * Outreaches follow what happens to their executives, stories and owners, in the same transaction. All it concerns are
 * locked first, in the order of their ids, because moving one may take locks that others hold who wait for the next.
 */
@ApplicationScoped
class FollowOtherFeatures {
    private final OutreachStore store;
    private final Suppressions suppressions;
    private final OutreachMoves moves;
    private final LookAtStory lookAtStory;
    private final ExecutiveFactsOf executives;
    private final Outbox outbox;
    private final Actors actors;
    private final Clock clock;

    FollowOtherFeatures(
            OutreachStore store,
            Suppressions suppressions,
            OutreachMoves moves,
            LookAtStory lookAtStory,
            ExecutiveFactsOf executives,
            Outbox outbox,
            Actors actors,
            Clock clock) {
        this.store = store;
        this.suppressions = suppressions;
        this.moves = moves;
        this.lookAtStory = lookAtStory;
        this.executives = executives;
        this.outbox = outbox;
        this.actors = actors;
        this.clock = clock;
    }

    void executiveChanged(@Observes ExecutiveChanged changed) {
        Actor actor = actors.of(changed.after().updatedBy(), "inbound");
        String email = changed.after().email();
        String phone = changed.after().phone();
        for (UUID outreach : store.lockOpenWithExecutive(changed.after().id())) {
            boolean wasStopped = standsIn(outreach, OutreachState.NEEDS_ATTENTION);
            if (email != null && !Objects.equals(email, changed.before().email())) {
                moves.event(outreach, actor, new OutreachTrigger.AddressCorrected(email), "the address was corrected");
            }
            if (phone != null && !Objects.equals(phone, changed.before().phone())) {
                boolean barred =
                        suppressions.isExecutiveSuppressed(changed.after().id(), email);
                moves.event(
                        outreach,
                        actor,
                        new OutreachTrigger.NumberCorrected(phone, barred),
                        "the number was corrected");
            }
            if (wasStopped && !standsIn(outreach, OutreachState.NEEDS_ATTENTION)) {
                stopWhileSuppressed(outreach, changed.after(), actor);
            }
            if (!Objects.equals(changed.after().name(), changed.before().name())
                    && store.byId(outreach).filter(OutreachRow::isLocked).isPresent()) {
                moves.event(outreach, actor, new OutreachTrigger.NameCorrected(), "the name was corrected");
            }
            if (spokenToOtherwise(changed)) {
                store.byId(outreach)
                        .ifPresent(row -> outbox.append(new ExecutiveCorrected(
                                row.ref(), executives.of(changed.after().id()), clock.instant())));
            }
        }
    }

    private boolean standsIn(UUID outreach, OutreachState state) {
        return store.byId(outreach).map(row -> row.state() == state).orElse(false);
    }

    /** The right number does not help while the address is on the list, nor the other way round. */
    private void stopWhileSuppressed(UUID outreach, Executive executive, Actor actor) {
        if (suppressions.isExecutiveSuppressed(executive.id(), executive.email())) {
            String detail = executive.name() + " was corrected, but is on the suppression list all the same";
            moves.event(outreach, actor, new OutreachTrigger.ExecutiveSuppressed(detail), detail);
        }
    }

    /** What the other services show and reckon with besides address and number. */
    private static boolean spokenToOtherwise(ExecutiveChanged changed) {
        Executive before = changed.before();
        Executive after = changed.after();
        return !Objects.equals(before.name(), after.name())
                || !Objects.equals(before.title(), after.title())
                || !Objects.equals(before.zone(), after.zone())
                || !Objects.equals(before.region(), after.region())
                || !Objects.equals(before.language(), after.language());
    }

    void permissionEnded(@Observes PermissionEnded ended) {
        OutreachTrigger trigger = new OutreachTrigger.PermissionEnded(
                ended.story().id(), ended.story().competitor().name());
        for (UUID outreach : store.lockOpenWithStory(ended.story().id())) {
            moves.event(
                    outreach,
                    actors.of(ended.story().updatedBy(), "inbound"),
                    trigger,
                    "the permission to name " + ended.story().competitor().name() + " ended");
        }
    }

    void permissionRenewed(@Observes PermissionRenewed renewed) {
        for (UUID outreach : store.lockBarred(renewed.story().id())) {
            lookAtStory.of(outreach, actors.of(renewed.story().updatedBy(), "inbound"));
        }
    }

    /** It may be about another company than before. */
    void storyRewritten(@Observes StoryRewritten rewritten) {
        for (UUID outreach : store.lockOpenWithStory(rewritten.story().id())) {
            lookAtStory.of(outreach, actors.of(rewritten.story().updatedBy(), "inbound"));
        }
    }

    void outreachCameBack(@Observes OutreachCameBack back) {
        lookAtStory.of(back.outreach().id(), Actor.system("stories"));
    }

    void profileChanged(@Observes ProfileChanged changed) {
        if (!Objects.equals(changed.before().teamId(), changed.after().teamId())) {
            store.moveToTeam(changed.after().id(), changed.after().teamId(), clock.instant());
        }
    }
}
