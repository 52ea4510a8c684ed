package dev.tightrope.outreach.outreach;

import dev.tightrope.events.AttentionNeeded;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.outreach.hold.Hold;
import dev.tightrope.outreach.hold.HoldsJoined;
import dev.tightrope.outreach.prospect.CompanyChanged;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Outreaches follow what counts as one company, in the transaction that changes it. */
@ApplicationScoped
class FollowCompanies {
    private final OutreachStore store;
    private final LookAtStory lookAtStory;
    private final HistoryStore history;
    private final Outbox outbox;
    private final Clock clock;

    FollowCompanies(OutreachStore store, LookAtStory lookAtStory, HistoryStore history, Outbox outbox, Clock clock) {
        this.store = store;
        this.lookAtStory = lookAtStory;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Stories that turn out to be about the company itself are not told there any more. Before the holds follow: rows of
     * outreaches are locked before keys of holds.
     */
    void companyChanged(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) CompanyChanged changed) {
        for (UUID outreach : store.lockOpenAt(changed.prospectIds())) {
            lookAtStory.of(outreach, new Actor(changed.by(), changed.byName()));
        }
    }

    /** Both reps are told at once, because from now on each makes contact where the other one does. */
    void holdsJoined(@Observes HoldsJoined joined) {
        CompanyChanged change = joined.change();
        String what =
                change.byName() + " made one company of " + joined.earlier().companyName() + " and "
                        + joined.later().companyName() + " (" + change.reason() + ")";
        tell(
                joined.later(),
                joined.earlier(),
                change,
                what + ", which " + joined.earlier().ownerName()
                        + " holds since earlier: neither call nor e-mail before a manager allows this outreach"
                        + " (hold-override) or theirs is closed. Talk to each other.");
        tell(
                joined.earlier(),
                joined.later(),
                change,
                what + ", where " + joined.later().ownerName()
                        + " has an open outreach, too: talk to each other before anybody makes contact.");
    }

    private void tell(Hold hold, Hold other, CompanyChanged change, String detail) {
        OutreachRow row = store.lock(hold.outreachId());
        outbox.append(new AttentionNeeded(row.ref(), "COMPANY_HELD", detail, clock.instant()));
        String state = row.state().name();
        history.append(new HistoryStore.Entry(
                row.id(),
                row.situation().round(),
                new Actor(change.by(), change.byName()),
                "COMPANY_JOINED",
                true,
                detail,
                state,
                state,
                Map.of("with", other.companyName(), "reason", String.valueOf(change.reason()))));
    }
}
