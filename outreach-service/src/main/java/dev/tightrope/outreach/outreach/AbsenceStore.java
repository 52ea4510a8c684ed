package dev.tightrope.outreach.outreach;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    /** Days the wait that began then was moved by; none yet if another wait began since. */
    int daysMoved(UUID outreachId, int round, Instant waitFrom) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT CASE WHEN absence_wait_from = :from THEN absence_days ELSE 0 END FROM outreach_round
                        WHERE outreach_id = :outreach AND round = :round
                        """)
                .bind("outreach", outreachId)
                .bind("round", round)
                .bind("from", waitFrom)
                .mapTo(Integer.class)
                .one());
    }

    void keepDaysMoved(UUID outreachId, int round, Instant waitFrom, int days) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE outreach_round SET absence_days = :days, absence_wait_from = :from
                        WHERE outreach_id = :outreach AND round = :round
                        """)
                .bind("days", days)
                .bind("from", waitFrom)
                .bind("outreach", outreachId)
                .bind("round", round)
                .execute());
    }
}
