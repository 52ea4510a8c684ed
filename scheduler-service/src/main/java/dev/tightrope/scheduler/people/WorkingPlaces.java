package dev.tightrope.scheduler.people;

import dev.tightrope.scheduler.calendar.Absences;
import dev.tightrope.scheduler.calendar.Absences.Absence;
import dev.tightrope.scheduler.calendar.Closure;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.calendar.WorkingTimes;
import dev.tightrope.scheduler.database.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Reads where and when people work: their profile's place, their own times, closures and absences. */
@ApplicationScoped
class WorkingPlaces {
    private final Jdbi jdbi;

    WorkingPlaces(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The places of those whose profile is known, in three round trips however many they are. */
    Map<UUID, WorkingPlace> of(Collection<UUID> ids) {
        List<Closure> closures = closures();
        Absences absences = absences(ids);
        Map<UUID, WorkingPlace> places = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT p.id, p.zone, p.phone, t.days, t.starts_at, t.country, t.region
                        FROM person p LEFT JOIN working_times t ON t.person_id = p.id
                        WHERE p.id = ANY (:ids)
                        """)
                .bindArray("ids", UUID.class, ids)
                .map((row, ctx) -> {
                    UUID id = Rows.uuid(row, "id");
                    places.put(
                            id,
                            WorkingPlace.ofPerson(row.getString("zone"), row.getString("phone"))
                                    .with(times(row), closures, absences.uncovered(id)));
                    return id;
                })
                .list());
        return places;
    }

    /** The absences of these people, and of all who may have to stand in for them. */
    Absences absences(Collection<UUID> ids) {
        return jdbi.withHandle(handle -> new Absences(handle.createQuery("""
                        WITH RECURSIVE concerned (id) AS (
                            SELECT unnest(:ids)
                            UNION
                            SELECT a.deputy_id FROM absence a JOIN concerned ON concerned.id = a.person_id
                            WHERE a.deputy_id IS NOT NULL)
                        SELECT a.* FROM absence a JOIN concerned ON concerned.id = a.person_id
                        """)
                .bindArray("ids", UUID.class, ids)
                .map((row, ctx) -> new Absence(
                        Rows.uuid(row, "person_id"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        Rows.optionalUuid(row, "deputy_id")))
                .list()));
    }

    List<Closure> closures() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM closure ORDER BY first_day, id")
                .map((row, ctx) -> new Closure(
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getString("country"),
                        row.getString("reason")))
                .list());
    }

    private static WorkingTimes times(ResultSet row) throws SQLException {
        if (row.getArray("days") == null) {
            return WorkingTimes.OF_THE_COUNTRY;
        }
        return new WorkingTimes(
                Arrays.stream((String[]) row.getArray("days").getArray())
                        .map(DayOfWeek::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getObject("starts_at", LocalTime.class),
                row.getString("country"),
                row.getString("region"));
    }
}
