package dev.tightrope.scheduler.availability;

import dev.tightrope.api.Caller;
import dev.tightrope.api.ETags;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.api.deputy.Deputies;
import dev.tightrope.events.DeputyAppointed;
import dev.tightrope.events.DeputyDismissed;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.people.People;
import dev.tightrope.scheduler.people.Person;
import dev.tightrope.scheduler.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Records, changes and takes back absences, and has what is due meanwhile moved. */
@ApplicationScoped
class PlanAbsence {
    /** Any number of our own will do; it only has to be the same in every replica. */
    private static final long ABSENCES_LOCK = 7_405_911_012L;

    private final Jdbi jdbi;
    private final Ids ids;
    private final Caller caller;
    private final Planner planner;
    private final People people;
    private final ChangedTimes changed;
    private final Deputies deputies;
    private final Outbox outbox;

    PlanAbsence(
            Jdbi jdbi,
            Ids ids,
            Caller caller,
            Planner planner,
            People people,
            ChangedTimes changed,
            Deputies deputies,
            Outbox outbox) {
        this.jdbi = jdbi;
        this.ids = ids;
        this.caller = caller;
        this.planner = planner;
        this.people = people;
        this.changed = changed;
        this.deputies = deputies;
        this.outbox = outbox;
    }

    @Transactional
    AbsenceView add(AbsenceRequest request) {
        UUID personId = Objects.requireNonNullElseGet(request.personId(), caller::personId);
        return write(ids.next(), planner.of(personId), request);
    }

    @Transactional
    AbsenceView change(UUID id, AbsenceRequest request, @Nullable String ifMatch) {
        oneAtATime();
        AbsenceView known = known(id);
        ETags.check(ifMatch, known.version());
        if (request.personId() != null && !request.personId().equals(known.personId())) {
            throw refused("/personId", "must stay as it is: record another absence for another person");
        }
        return write(id, planner.of(known.personId()), request);
    }

    @Transactional
    void remove(UUID id) {
        oneAtATime();
        AbsenceView known = known(id);
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM absence WHERE id = :id")
                .bind("id", id)
                .execute());
        deputies.dismiss(id);
        outbox.append(new DeputyDismissed(id, known.personId()));
        changed.of(known.personId());
    }

    /** The absence, if its person is one whose times the caller may plan. */
    private AbsenceView known(UUID id) {
        AbsenceView known = jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM absence WHERE id = :id")
                        .bind("id", id)
                        .map((row, ctx) -> FindAbsences.view(row))
                        .findOne())
                .orElseThrow(() -> Problems.notFound("absence", id));
        if (!planner.may(known.personId())) {
            throw Problems.notFound("absence", id);
        }
        return known;
    }

    private AbsenceView write(UUID id, Person person, AbsenceRequest request) {
        DayRange days = DayRange.of(request.firstDay(), request.lastDay());
        checkDeputy(person, request.deputyId());
        oneAtATime();
        refuseOverlap(id, person.id(), days);
        AbsenceView written = jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO absence (id, person_id, first_day, last_day, deputy_id)
                        VALUES (:id, :person, :first, :last, :deputy)
                        ON CONFLICT (id) DO UPDATE SET first_day = excluded.first_day, last_day = excluded.last_day,
                            deputy_id = excluded.deputy_id, version = absence.version + 1,
                            updated_at = clock_timestamp()
                        RETURNING *
                        """)
                .bind("id", id)
                .bind("person", person.id())
                .bind("first", days.first())
                .bind("last", days.last())
                .bindByType("deputy", request.deputyId(), UUID.class)
                .map((row, ctx) -> FindAbsences.view(row))
                .one());
        tellDeputy(person, written);
        changed.of(person.id());
        return written;
    }

    private void tellDeputy(Person person, AbsenceView absence) {
        if (absence.deputyId() == null) {
            deputies.dismiss(absence.id());
            outbox.append(new DeputyDismissed(absence.id(), person.id()));
            return;
        }
        ZoneId zone = WorkingPlace.zone(person.zone());
        DeputyAppointed appointed = new DeputyAppointed(
                absence.id(),
                person.id(),
                absence.deputyId(),
                absence.firstDay().atStartOfDay(zone).toInstant(),
                absence.lastDay().plusDays(1).atStartOfDay(zone).toInstant());
        deputies.appoint(absence.id(), person.id(), absence.deputyId(), appointed.from(), appointed.until());
        outbox.append(appointed);
    }

    /** A deputy sees the outreaches of whom they stand in for, so a rep does not let strangers to the team in. */
    private void checkDeputy(Person person, @Nullable UUID deputyId) {
        if (deputyId == null) {
            return;
        }
        if (deputyId.equals(person.id())) {
            throw refused("/deputyId", "must be somebody else, or be left out");
        }
        Person deputy = people.find(deputyId)
                .orElseThrow(() -> refused("/deputyId", "must be one of ours who has signed in once"));
        boolean sameTeam = person.teamId() != null && person.teamId().equals(deputy.teamId());
        if (!sameTeam && !caller.isManager() && !caller.isAdmin()) {
            throw refused("/deputyId", "must be of the same team; a manager may name somebody of another one");
        }
    }

    /** Absences depend on each other: who stands in may be away, too. Whoever writes one sees all written before. */
    private void oneAtATime() {
        jdbi.useHandle(handle -> handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock(:lock)")
                .bind("lock", ABSENCES_LOCK)
                .mapTo(Integer.class)
                .one());
    }

    private void refuseOverlap(UUID id, UUID personId, DayRange days) {
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT * FROM absence WHERE person_id = :person AND id <> :id
                            AND first_day <= :last AND last_day >= :first LIMIT 1
                        """)
                .bind("person", personId)
                .bind("id", id)
                .bind("first", days.first())
                .bind("last", days.last())
                .map((row, ctx) -> FindAbsences.view(row))
                .findOne()
                .ifPresent(other -> {
                    throw Problems.conflict(
                            "absence-overlaps",
                            "They are away from " + other.firstDay() + " to " + other.lastDay()
                                    + " already: change that absence, or choose other days.",
                            Map.of("absenceId", other.id()));
                }));
    }

    private static RuntimeException refused(String pointer, String message) {
        return Problems.badRequest(new FieldError(pointer, message));
    }
}
