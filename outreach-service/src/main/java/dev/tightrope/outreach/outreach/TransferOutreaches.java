package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Caller;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Visibility;
import dev.tightrope.outreach.hold.CompanyHolds;
import dev.tightrope.outreach.lifecycle.Decision;
import dev.tightrope.outreach.lifecycle.OutreachLifecycle;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.people.People;
import dev.tightrope.outreach.people.Person;
import dev.tightrope.outreach.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Hands outreaches over to another rep: one, or all of somebody who leaves. */
@ApplicationScoped
class TransferOutreaches {
    /** As many as one transaction may hold locks of companies for; the next call goes on. */
    static final int AT_ONCE = 200;

    private final Caller caller;
    private final People people;
    private final NewOwner newOwner;
    private final OutreachStore store;
    private final OutreachMoves moves;
    private final CompanyHolds holds;
    private final Ids ids;
    private final Clock clock;

    TransferOutreaches(
            Caller caller,
            People people,
            NewOwner newOwner,
            OutreachStore store,
            OutreachMoves moves,
            CompanyHolds holds,
            Ids ids,
            Clock clock) {
        this.caller = caller;
        this.people = people;
        this.newOwner = newOwner;
        this.store = store;
        this.moves = moves;
        this.holds = holds;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    void one(UUID id, Requests.Transfer request) {
        store.find(id, people.visibilityOf(caller));
        Person to = newOwner.require(request.toPersonId());
        OutreachRow row = store.lock(id);
        if (row.ownerId().equals(to.id())) {
            throw NewOwner.refused("owns this outreach already: choose somebody else");
        }
        move(row, trigger(row, to, request, ids.next(), 1));
    }

    /**
     * What became of the outreaches of somebody.
     *
     * @param transferred how many belong to the other rep from now on
     * @param left how many more can be handed over by another call
     * @param kept those that cannot be yet, and why
     */
    record HandedOver(int transferred, int left, List<Kept> kept) {}

    /** One that stays for now. */
    record Kept(UUID outreachId, OutreachState state, String detail) {}

    /** Open ones first, then those that a late answer or the day to come back may wake. */
    @Transactional
    HandedOver allOf(UUID personId, Requests.Transfer request) {
        Person from = people.byId(personId).orElseThrow(() -> Problems.notFound("person", personId));
        Person to = newOwner.require(request.toPersonId());
        if (to.id().equals(from.id())) {
            throw NewOwner.refused("owns these outreaches already: choose somebody else");
        }
        if (!caller.isAdmin() && !personId.equals(caller.personId()) && !newOwner.isOfMyTeam(from.teamId())) {
            throw Problems.forbidden("A manager hands over the outreaches of the own team; ask an administrator.");
        }
        Visibility who = people.visibilityOf(caller);
        List<UUID> alive = store.alive(personId, who);
        store.lockAll(alive);
        List<OutreachRow> movable = new ArrayList<>();
        List<Kept> kept = new ArrayList<>();
        for (UUID id : alive) {
            store.byId(id).filter(row -> row.ownerId().equals(personId)).ifPresent(row -> {
                Decision decision = decide(row, trigger(row, to, request, personId, 1));
                if (decision.isApplied()) {
                    movable.add(row);
                } else {
                    kept.add(new Kept(id, row.state(), decision.reason()));
                }
            });
        }
        List<OutreachRow> now = movable.subList(0, Math.min(AT_ONCE, movable.size()));
        holds.keep(now.stream().map(OutreachRow::id).toList());
        UUID transfer = ids.next();
        now.forEach(row -> move(row, trigger(row, to, request, transfer, now.size())));
        return new HandedOver(now.size(), movable.size() - now.size(), kept);
    }

    private void move(OutreachRow row, OutreachTrigger trigger) {
        moves.command(row.id(), people.visibilityOf(caller), Actor.of(caller), trigger);
    }

    private Decision decide(OutreachRow row, OutreachTrigger trigger) {
        return OutreachLifecycle.decide(
                row.situation(), trigger, clock.instant().atZone(people.zoneOf(row.ownerId())));
    }

    private static OutreachTrigger trigger(
            OutreachRow row, Person to, Requests.Transfer request, UUID transfer, int together) {
        return new OutreachTrigger.Transferred(
                row.ownerId(), to.id(), to.teamId(), request.reason().strip(), transfer, together);
    }
}
