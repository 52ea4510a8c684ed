package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Caller;
import dev.tightrope.api.Problems;
import dev.tightrope.events.AttentionNeeded;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.outreach.hold.CompanyHolds;
import dev.tightrope.outreach.hold.Hold;
import dev.tightrope.outreach.hold.HoldOverride;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.people.People;
import dev.tightrope.outreach.people.Person;
import dev.tightrope.outreach.prospect.Prospects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A manager lets an outreach go on although somebody else holds its company since earlier; both reps are told. */
@ApplicationScoped
class AllowContested {
    private final Caller caller;
    private final People people;
    private final Prospects prospects;
    private final OutreachStore store;
    private final CompanyHolds holds;
    private final Overrides overrides;
    private final HistoryStore history;
    private final Outbox outbox;
    private final Clock clock;

    AllowContested(
            Caller caller,
            People people,
            Prospects prospects,
            OutreachStore store,
            CompanyHolds holds,
            Overrides overrides,
            HistoryStore history,
            Outbox outbox,
            Clock clock) {
        this.caller = caller;
        this.people = people;
        this.prospects = prospects;
        this.store = store;
        this.holds = holds;
        this.overrides = overrides;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** In any open state; whatever the outreach waits for it goes on waiting for. */
    @Transactional
    void allow(UUID id, String reason) {
        store.find(id, people.visibilityOf(caller));
        HoldOverride override = overrides.by(reason);
        prospects.keepCompanies();
        OutreachRow row = lockWithOthers(id);
        if (row.state() == OutreachState.CLOSED) {
            throw Problems.refused(
                    "not-possible-now",
                    "The outreach is CLOSED and holds no company; the next one there is allowed as it is opened.",
                    row.state().name(),
                    "HOLD_OVERRIDDEN",
                    List.of("Another outreach has to be opened there; it is allowed as it is opened."));
        }
        List<Hold> others = holds.allow(id, override);
        tell(row, others, override.reason());
    }

    /** Locks the outreach for a command that a manager may allow by the way; without a reason it stays as it is. */
    void allowIfContested(UUID id, HoldOverride override) {
        OutreachRow row = lockWithOthers(id);
        if (!holds.contesting(id).isEmpty()) {
            tell(row, holds.allow(id, override), override.reason());
        }
    }

    /** All that are told, in the one order in which everybody locks outreaches. */
    private OutreachRow lockWithOthers(UUID id) {
        List<UUID> concerned = new ArrayList<>(List.of(id));
        holds.contesting(id).forEach(other -> concerned.add(other.outreachId()));
        store.lockAll(concerned);
        return store.lock(id);
    }

    private void tell(OutreachRow row, List<Hold> others, String reason) {
        String owner = people.byId(row.ownerId()).map(Person::name).orElse("somebody of ours");
        String names = others.stream().map(Hold::ownerName).distinct().collect(Collectors.joining(" and "));
        String company = others.get(0).companyName();
        tell(
                row,
                caller.name() + " allowed this outreach although " + names + " holds " + company + " since earlier ("
                        + reason + "): it may go on. Agree on who says what.",
                reason);
        for (Hold other : others) {
            store.byId(other.outreachId())
                    .ifPresent(theirs -> tell(
                            theirs,
                            caller.name() + " allowed the outreach of " + owner + " at " + company
                                    + " beside this one (" + reason + "). Agree on who says what.",
                            reason));
        }
    }

    private void tell(OutreachRow row, String detail, String reason) {
        outbox.append(new AttentionNeeded(row.ref(), "HOLD_ALLOWED", detail, clock.instant()));
        String state = row.state().name();
        history.append(new HistoryStore.Entry(
                row.id(),
                row.situation().round(),
                Actor.of(caller),
                "HOLD_OVERRIDDEN",
                true,
                detail,
                state,
                state,
                Map.of("reason", reason)));
    }
}
