package dev.tightrope.outreach.outreach;

import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.lifecycle.Situation;
import dev.tightrope.outreach.people.People;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Moves the wait while somebody the mail reached is away: silence counts for nothing while nobody reads. */
@ApplicationScoped
class MoveWaitForAbsence implements Absences {
    private static final Actor INBOUND = Actor.system("inbound mail");

    private final Jdbi jdbi;
    private final OutreachStore store;
    private final OutreachMoves moves;
    private final People people;
    private final WaitLimits limits;

    MoveWaitForAbsence(Jdbi jdbi, OutreachStore store, OutreachMoves moves, People people, WaitLimits limits) {
        this.jdbi = jdbi;
        this.store = store;
        this.moves = moves;
        this.people = people;
        this.limits = limits;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void told(UUID outreachId, int round, String who, LocalDate returnsOn) {
        OutreachRow row = store.lock(outreachId);
        Situation situation = row.situation();
        Instant end = WaitLimits.endOf(situation);
        Instant from = situation.waitFrom();
        if (situation.round() != round || from == null || end == null) {
            return;
        }
        LocalDate sentOn = LocalDate.ofInstant(from, people.zoneOf(row.ownerId()));
        int limit = Period.parse(limits.absenceLimit()).getDays();
        int days = (int) Math.min(limit, ChronoUnit.DAYS.between(sentOn, returnsOn));
        int moved = daysMoved(outreachId, round);
        if (days <= moved) {
            return;
        }
        Instant until = end.plus(days - moved, ChronoUnit.DAYS);
        OutreachMoves.Applied applied = moves.event(
                outreachId,
                INBOUND,
                new OutreachTrigger.AbsenceTold(who, returnsOn, until),
                who + " is away until " + returnsOn);
        if (applied.applied()) {
            keep(outreachId, round, days);
        }
    }

    private int daysMoved(UUID outreachId, int round) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT absence_days FROM outreach_round WHERE outreach_id = :outreach AND round = :round")
                .bind("outreach", outreachId)
                .bind("round", round)
                .mapTo(Integer.class)
                .one());
    }

    private void keep(UUID outreachId, int round, int days) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE outreach_round SET absence_days = :days WHERE outreach_id = :outreach AND round = :round")
                .bind("days", days)
                .bind("outreach", outreachId)
                .bind("round", round)
                .execute());
    }
}
