package dev.tightrope.scheduler.people;

import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.database.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Finds people in the replica. */
@ApplicationScoped
public class People {
    private final Jdbi jdbi;

    People(Jdbi jdbi) {
        this.jdbi = jdbi;
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
        return find(id).map(Person::workingPlace).orElse(WorkingPlace.UNKNOWN);
    }

    /** Where people work, as far as their profiles have arrived. */
    public Map<UUID, WorkingPlace> workingPlaces(List<UUID> ids) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM person WHERE id = ANY (:ids)")
                .bindArray("ids", UUID.class, ids)
                .map((row, ctx) -> read(row))
                .collect(Collectors.toMap(Person::id, Person::workingPlace)));
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
