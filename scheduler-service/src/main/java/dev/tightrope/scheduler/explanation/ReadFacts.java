package dev.tightrope.scheduler.explanation;

import dev.tightrope.api.Visibility;
import dev.tightrope.scheduler.database.Rows;
import dev.tightrope.scheduler.explanation.Facts.Mail;
import dev.tightrope.scheduler.explanation.Facts.Timer;
import dev.tightrope.scheduler.people.People;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads where an outreach stands. */
@ApplicationScoped
class ReadFacts {
    private static final String OUTREACH = "SELECT o.*, (SELECT min(opened_at) FROM open_suggestion s"
            + " WHERE s.outreach_id = o.id) AS suggested_at, (SELECT held_since FROM clock_hold) AS clock_held_at,"
            + " (SELECT language FROM reminder_preference WHERE person_id = :me) AS language"
            + " FROM outreach o WHERE id = :id AND " + Visibility.SQL;
    private static final String MAILS = """
            SELECT r.id, r.kind, p.name, r.state = 'UNDELIVERABLE' AS refused, r.last_error,
                coalesce(r.refused_address, p.email) AS address,
                r.version IS NOT NULL AND coalesce(f.delivery = 'DIGEST', false) AS in_digest,
                CASE WHEN r.version IS NOT NULL AND f.delivery = 'DIGEST'
                    THEN greatest(r.next_attempt_at, d.next_attempt_at) ELSE r.next_attempt_at END AS next_attempt_at
            FROM reminder r LEFT JOIN person p ON p.id = r.recipient_id
            LEFT JOIN reminder_preference f ON f.person_id = r.recipient_id
            LEFT JOIN reminder d ON d.recipient_id = r.recipient_id AND d.kind = 'DIGEST' AND d.state = 'PENDING'
            WHERE r.outreach_id = :id AND r.state IN ('PENDING', 'UNDELIVERABLE') ORDER BY next_attempt_at, r.id
            """;

    private final Jdbi jdbi;
    private final People people;

    ReadFacts(Jdbi jdbi, People people) {
        this.jdbi = jdbi;
        this.people = people;
    }

    /** The facts, if there is such an outreach and the reader may see it. */
    Optional<Facts> of(UUID outreachId, Visibility visibility) {
        return jdbi.withHandle(handle -> handle.createQuery(OUTREACH)
                .bind("id", outreachId)
                .bindMethods(visibility)
                .map((row, ctx) -> facts(row, timers(handle, outreachId), mails(handle, outreachId)))
                .findOne());
    }

    private Facts facts(ResultSet row, List<Timer> timers, List<Mail> mails) throws SQLException {
        UUID owner = Rows.uuid(row, "owner_id");
        return new Facts(
                row.getString("language"),
                Rows.uuid(row, "id"),
                row.getString("state"),
                Rows.optionalInstant(row, "state_since"),
                row.getString("attention"),
                row.getString("prospect_name"),
                row.getString("executive_name"),
                owner,
                people.find(owner).orElse(null),
                people.workingPlace(owner),
                !row.getBoolean("wait_ended"),
                Rows.optionalInstant(row, "task_from"),
                row.getObject("next_step_on", LocalDate.class),
                Rows.optionalInstant(row, "suggested_at"),
                Rows.optionalInstant(row, "clock_held_at"),
                timers,
                mails);
    }

    private static List<Timer> timers(Handle handle, UUID outreachId) {
        return handle.createQuery(
                        "SELECT kind, attempt, due_at FROM timer WHERE outreach_id = :id ORDER BY due_at, kind")
                .bind("id", outreachId)
                .map((row, ctx) -> new Timer(row.getString("kind"), row.getInt("attempt"), Rows.instant(row, "due_at")))
                .list();
    }

    private static List<Mail> mails(Handle handle, UUID outreachId) {
        return handle.createQuery(MAILS)
                .bind("id", outreachId)
                .map((row, ctx) -> new Mail(
                        Rows.uuid(row, "id"),
                        row.getString("kind"),
                        row.getString("name"),
                        row.getString("address"),
                        row.getBoolean("refused"),
                        row.getBoolean("in_digest"),
                        Rows.instant(row, "next_attempt_at"),
                        row.getString("last_error")))
                .list();
    }
}
