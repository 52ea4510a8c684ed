package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Problems;
import dev.tightrope.api.Visibility;
import dev.tightrope.events.OutreachMoved;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.outreach.lifecycle.AttentionReason;
import dev.tightrope.outreach.lifecycle.Decision;
import dev.tightrope.outreach.lifecycle.OutreachLifecycle;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.people.People;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Locks, decides, saves, keeps the history, publishes: one outreach, one trigger, one transaction. */
@ApplicationScoped
class MoveOutreach implements OutreachMoves {
    private final OutreachStore store;
    private final HistoryStore history;
    private final People people;
    private final CarryOutEffects effects;
    private final Outbox outbox;
    private final Clock clock;

    MoveOutreach(
            OutreachStore store,
            HistoryStore history,
            People people,
            CarryOutEffects effects,
            Outbox outbox,
            Clock clock) {
        this.store = store;
        this.history = history;
        this.people = people;
        this.effects = effects;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public OutreachView command(UUID outreachId, Visibility who, Actor actor, OutreachTrigger trigger) {
        // Seen before locked: nobody may hold up an outreach that is not theirs.
        store.find(outreachId, who);
        OutreachRow row = store.lock(outreachId);
        if (!who.sees(row.ownerId(), row.teamId())) {
            // It was handed over while this waited for it.
            throw Problems.notFound("outreach", outreachId);
        }
        Instant now = clock.instant();
        Decision decision = decide(row, trigger, now);
        if (!decision.isApplied()) {
            throw NotPossibleNow.of(row.state(), trigger, decision);
        }
        apply(row, actor, trigger, causeOf(trigger), decision, now);
        return reread(outreachId);
    }

    @Override
    public Applied event(UUID outreachId, Actor actor, OutreachTrigger trigger, String cause) {
        OutreachRow row = store.lock(outreachId);
        Instant now = clock.instant();
        Decision decision = decide(row, trigger, now);
        apply(row, actor, trigger, decision.isApplied() ? cause : decision.reason(), decision, now);
        return new Applied(reread(outreachId), decision.isApplied(), decision.reason());
    }

    private Decision decide(OutreachRow row, OutreachTrigger trigger, Instant now) {
        return OutreachLifecycle.decide(row.situation(), trigger, now.atZone(people.zoneOf(row.ownerId())));
    }

    private void apply(
            OutreachRow row, Actor actor, OutreachTrigger trigger, String cause, Decision decision, Instant now) {
        boolean changed = decision.isApplied() || !decision.after().equals(row.situation());
        OutreachRow after = changed ? row.after(decision.after(), decision.effects(), now) : row;
        if (changed) {
            store.save(after);
        }
        history.append(new HistoryStore.Entry(
                row.id(),
                after.situation().round(),
                actor,
                trigger.kind().name(),
                decision.isApplied(),
                cause,
                row.state().name(),
                after.state().name(),
                trigger));
        if (after.state() != row.state()) {
            outbox.append(new OutreachMoved(
                    after.ref(),
                    row.state().name(),
                    after.state().name(),
                    after.moves(),
                    cause,
                    now,
                    attention(after)));
        }
        decision.effects().forEach(effect -> effects.carryOut(row, after, effect, actor, now));
    }

    private static @Nullable String attention(OutreachRow row) {
        AttentionReason reason = row.view().attention();
        return reason == null ? null : reason.name();
    }

    /** What observers did in the same transaction is part of the answer. */
    private OutreachView reread(UUID outreachId) {
        return store.byId(outreachId)
                .map(OutreachRow::view)
                .orElseThrow(() -> Problems.notFound("outreach", outreachId));
    }

    private static String causeOf(OutreachTrigger trigger) {
        return trigger.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
