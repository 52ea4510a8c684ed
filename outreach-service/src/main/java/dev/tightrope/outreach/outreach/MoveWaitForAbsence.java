package dev.tightrope.outreach.outreach;

import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.lifecycle.Situation;
import dev.tightrope.outreach.people.People;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moves the wait while somebody the mail reached is away: silence counts for nothing while nobody reads. */
@ApplicationScoped
class MoveWaitForAbsence implements Absences {
    private static final Actor INBOUND = Actor.system("inbound mail");

    private final OutreachStore store;
    private final AbsenceStore absences;
    private final OutreachMoves moves;
    private final People people;
    private final WaitLimits limits;

    MoveWaitForAbsence(
            OutreachStore store, AbsenceStore absences, OutreachMoves moves, People people, WaitLimits limits) {
        this.store = store;
        this.absences = absences;
        this.moves = moves;
        this.people = people;
        this.limits = limits;
    }

    /** A limit that is none is told when the service starts, not when the first one is away. */
    void start(@Observes StartupEvent started) {
        limits.absenceLimitDays();
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void told(
            UUID outreachId, int round, String who, Instant at, @Nullable LocalDate startsOn, LocalDate returnsOn) {
        OutreachRow row = store.lock(outreachId);
        if (row.situation().round() != round) {
            return;
        }
        LocalDate from = startsOn == null ? LocalDate.ofInstant(at, zoneOf(row)) : startsOn;
        if (from.isBefore(returnsOn)) {
            absences.add(outreachId, round, new AwayDays.Absence(who, from, returnsOn));
            move(row);
        }
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void goesOn(UUID outreachId) {
        OutreachRow row = store.lock(outreachId);
        if (row.state() == OutreachState.AWAITING_RESPONSE) {
            move(row);
        }
    }

    private void move(OutreachRow row) {
        Situation situation = row.situation();
        Instant from = situation.waitFrom();
        Instant end = row.waitEnds();
        List<AwayDays.Absence> known = absences.of(row.id(), situation.round());
        if (from == null || end == null || known.isEmpty()) {
            return;
        }
        ZoneId zone = zoneOf(row);
        LocalDate endsOn = LocalDate.ofInstant(end, zone);
        AbsenceStore.Moved before = absences.moved(row.id(), situation.round())
                .filter(moved -> moved.until().equals(situation.waitUntil()))
                .orElseGet(() -> new AbsenceStore.Moved(
                        // A day that somebody named moves only if nobody reads on that very day.
                        situation.waitUntil() == null ? LocalDate.ofInstant(from, zone) : endsOn, 0, end));
        int days = AwayDays.moving(before.from(), endsOn.minusDays(before.days()), known, limits.absenceLimitDays());
        if (days <= before.days()) {
            return;
        }
        Instant until = end.plus(days - before.days(), ChronoUnit.DAYS);
        AwayDays.Absence last = known.stream()
                .filter(absence -> !absence.startsOn().isAfter(LocalDate.ofInstant(until, zone)))
                .findFirst()
                .orElseThrow();
        OutreachMoves.Applied applied = moves.event(
                row.id(),
                INBOUND,
                new OutreachTrigger.AbsenceTold(last.who(), last.returnsOn(), until),
                last.who() + " is away until " + last.returnsOn());
        if (applied.applied()) {
            absences.keep(row.id(), situation.round(), new AbsenceStore.Moved(before.from(), days, until));
        }
    }

    private ZoneId zoneOf(OutreachRow row) {
        return people.zoneOf(row.ownerId());
    }
}
