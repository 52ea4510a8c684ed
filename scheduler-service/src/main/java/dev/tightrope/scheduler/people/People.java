package dev.tightrope.scheduler.people;

import dev.tightrope.scheduler.calendar.Absences;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.calendar.WorkingTimes;
import dev.tightrope.scheduler.database.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Finds people in the replica. */
@ApplicationScoped
public class People {
    private final Jdbi jdbi;
    private final WorkingPlaces places;

    People(Jdbi jdbi, WorkingPlaces places) {
        this.jdbi = jdbi;
        this.places = places;
    }

    /** The person, if their profile has arrived. */
    public Optional<Person> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM person WHERE id = :id")
                .bind("id", id)
                .map((row, ctx) -> read(row))
                .findOne());
    }

    /** Where a person works; without their profile the morning is UTC's until its arrival moves it. */
    public WorkingPlace workingPlace(UUID id) {
        return workingPlaces(List.of(id)).getOrDefault(id, WorkingPlace.UNKNOWN);
    }

    /** Where people work, as far as their profiles have arrived. */
    public Map<UUID, WorkingPlace> workingPlaces(List<UUID> ids) {
        return places.of(ids);
    }

    /** A place where nobody in particular works, as for all of ours there. */
    public WorkingPlace somewhere(ZoneId zone, @Nullable String country) {
        return WorkingPlace.of(zone, country).with(WorkingTimes.OF_THE_COUNTRY, places.closures(), Set.of());
    }

    /**
     * Who does the work of these people at this moment: those who are away and have somebody to stand in, with whoever
     * that is. All others do it themselves, or it waits.
     */
    public Map<UUID, UUID> standIns(Collection<UUID> ids, Instant now) {
        Absences absences = places.absences(ids);
        Map<UUID, UUID> standIns = new HashMap<>();
        for (UUID id : absences.peopleAwayAbout(now.atZone(ZoneOffset.UTC).toLocalDate())) {
            ZoneId zone =
                    find(id).map(person -> WorkingPlace.zone(person.zone())).orElse(ZoneOffset.UTC);
            absences.atWork(id, now.atZone(zone).toLocalDate())
                    .filter(other -> ids.contains(id) && !other.equals(id))
                    .ifPresent(other -> standIns.put(id, other));
        }
        return standIns;
    }

    /**
     * Holds back events of this person's outreaches until the transaction ends, and waits for those under way: what they
     * set by the times known before is seen and moved. False if their profile has not arrived.
     */
    public boolean lock(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM person WHERE id = :id FOR NO KEY UPDATE")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne()
                .isPresent());
    }

    /**
     * Those who manage the team of a rep, as far as their profiles have arrived.
     *
     * @param toldTeam the rep's team by an event, which counts only until the rep's profile is here
     */
    public List<Person> managersOf(UUID repId, @Nullable UUID toldTeam) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM person WHERE manager AND team_id =
                            CASE WHEN EXISTS (SELECT 1 FROM person WHERE id = :rep)
                                THEN (SELECT team_id FROM person WHERE id = :rep) ELSE :team END
                        """)
                .bind("rep", repId)
                .bindByType("team", toldTeam, UUID.class)
                .map((row, ctx) -> read(row))
                .list());
    }

    /** Whether anybody we know of is in the team. */
    public boolean hasTeam(UUID teamId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT EXISTS (SELECT 1 FROM person WHERE team_id = :team)")
                        .bind("team", teamId)
                        .mapTo(Boolean.class)
                        .one());
    }

    void save(Person person) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO person (id, name, email, phone, zone, language, team_id, manager, updated_at)
                        VALUES (:id, :name, :email, :phone, :zone, :language, :teamId, :manager, clock_timestamp())
                        ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email,
                            phone = excluded.phone, zone = excluded.zone, language = excluded.language,
                            team_id = excluded.team_id, manager = excluded.manager, updated_at = excluded.updated_at
                        """)
                .bind("id", person.id())
                .bind("name", person.name())
                .bind("email", person.email())
                .bind("phone", person.phone())
                .bind("zone", person.zone())
                .bind("language", person.language())
                .bind("teamId", person.teamId())
                .bind("manager", person.manager())
                .execute());
    }

    private static Person read(ResultSet row) throws SQLException {
        return new Person(
                Rows.uuid(row, "id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("zone"),
                row.getString("language"),
                Rows.optionalUuid(row, "team_id"),
                row.getBoolean("manager"));
    }
}
