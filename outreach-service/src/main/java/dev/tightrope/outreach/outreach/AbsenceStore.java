package dev.tightrope.outreach.outreach;

import dev.tightrope.outreach.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Rows of absences, and by how many days they moved the wait of a round so far. */
@ApplicationScoped
class AbsenceStore {
    private final Jdbi jdbi;

    AbsenceStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(UUID outreachId, int round, AwayDays.Absence absence) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO outreach_absence (outreach_id, round, who, starts_on, returns_on)
                        VALUES (:outreach, :round, :who, :startsOn, :returnsOn)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("outreach", outreachId)
                .bind("round", round)
                .bind("who", absence.who())
                .bind("startsOn", absence.startsOn())
                .bind("returnsOn", absence.returnsOn())
                .execute());
    }

    /** The last to return first. */
    List<AwayDays.Absence> of(UUID outreachId, int round) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT who, starts_on, returns_on FROM outreach_absence
                        WHERE outreach_id = :outreach AND round = :round ORDER BY returns_on DESC, starts_on, who
                        """)
                .bind("outreach", outreachId)
                .bind("round", round)
                .map((row, context) -> read(row))
                .list());
    }

    private static AwayDays.Absence read(ResultSet row) throws SQLException {
        return new AwayDays.Absence(
                row.getString("who"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("returns_on", LocalDate.class));
    }

    /**
     * How far absences moved a wait.
     *
     * @param from day from which on they counted
     * @param days by how many days
     * @param until the end they gave it
     */
    record Moved(LocalDate from, int days, Instant until) {}

    /** How far they moved the wait of a round; absent if they did not. */
    Optional<Moved> moved(UUID outreachId, int round) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT absence_from, absence_days, absence_until FROM outreach_round
                        WHERE outreach_id = :outreach AND round = :round AND absence_until IS NOT NULL
                        """)
                .bind("outreach", outreachId)
                .bind("round", round)
                .map((row, context) -> new Moved(
                        row.getObject("absence_from", LocalDate.class),
                        row.getInt("absence_days"),
                        Columns.instant(row, "absence_until")))
                .findOne());
    }

    void keep(UUID outreachId, int round, Moved moved) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE outreach_round
                        SET absence_from = :from, absence_days = :days, absence_until = :until
                        WHERE outreach_id = :outreach AND round = :round
                        """)
                .bind("from", moved.from())
                .bind("days", moved.days())
                .bind("until", moved.until())
                .bind("outreach", outreachId)
                .bind("round", round)
                .execute());
    }
}
