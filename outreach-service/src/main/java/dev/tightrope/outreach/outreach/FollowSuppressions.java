package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Caller;
import dev.tightrope.events.SuppressionKind;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.people.People;
import dev.tightrope.outreach.suppression.Suppression;
import dev.tightrope.outreach.suppression.SuppressionRecorded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Outreaches follow the suppression list, in the transaction that adds to it. */
@ApplicationScoped
class FollowSuppressions {
    private final OutreachStore store;
    private final SuppressedOutreaches suppressed;
    private final OutreachMoves moves;
    private final People people;
    private final Caller caller;

    FollowSuppressions(
            OutreachStore store, SuppressedOutreaches suppressed, OutreachMoves moves, People people, Caller caller) {
        this.store = store;
        this.suppressed = suppressed;
        this.moves = moves;
        this.people = people;
        this.caller = caller;
    }

    /**
     * An address or domain on the list is an opt-out of those behind it. A number may belong to somebody else altogether,
     * so it only stops what is not out yet, until the right number is found.
     */
    void suppressionRecorded(@Observes SuppressionRecorded recorded) {
        Suppression suppression = recorded.suppression();
        Acting by = byWhom(suppression.createdBy());
        Actor actor = by == null ? Actor.system("inbound") : by.actor();
        String detail = suppression.value() + " was suppressed: " + suppression.reason();
        for (UUID outreach : store.lockAll(suppressed.by(suppression.kind(), suppression.value()))) {
            store.byId(outreach).ifPresent(row -> {
                OutreachTrigger trigger = trigger(suppression, row, by, detail);
                moves.event(outreach, actor, trigger, detail);
            });
        }
    }

    private OutreachTrigger trigger(Suppression suppression, OutreachRow row, @Nullable Acting by, String detail) {
        if (suppression.kind() == SuppressionKind.PHONE) {
            return new OutreachTrigger.ExecutiveSuppressed(detail);
        }
        // Without anybody of ours, their own mail asked for it.
        return by == null || endsIt(suppression, row, by)
                ? new OutreachTrigger.OptOut(detail)
                : new OutreachTrigger.OptOutReported(suppression.value() + " was suppressed by " + by.name() + ": "
                        + suppression.reason() + ". Do not contact the executive. If it is so, close the outreach as"
                        + " OPTED_OUT; if not, ask a manager to take it off the list. The company stays held.");
    }

    /**
     * Nobody is contacted against their wish, whoever tells of it; but a company is not freed by the word of somebody to
     * whom the outreach does not belong, who might open there next.
     */
    private boolean endsIt(Suppression suppression, OutreachRow row, Acting by) {
        boolean wholeCompany = suppression.kind() == SuppressionKind.DOMAIN
                && isSignedIn(by.personId())
                && (caller.isManager() || caller.isAdmin());
        return wholeCompany || by.visibility().sees(row.ownerId(), row.teamId());
    }

    /** The caller, or whoever holds a link and is not signed in. */
    private @Nullable Acting byWhom(@Nullable UUID person) {
        if (person == null) {
            return null;
        }
        return isSignedIn(person)
                ? Acting.caller(caller, people)
                : Acting.byLink(people.byId(person).orElseThrow(), people);
    }

    private boolean isSignedIn(UUID person) {
        return caller.isSignedIn() && caller.personId().equals(person);
    }
}
