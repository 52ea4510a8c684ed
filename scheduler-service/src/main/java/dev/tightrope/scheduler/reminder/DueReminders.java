package dev.tightrope.scheduler.reminder;

import dev.tightrope.events.EventJson;
import dev.tightrope.events.EventType;
import dev.tightrope.events.TightropeEvent;
import dev.tightrope.scheduler.database.Rows;
import dev.tightrope.scheduler.people.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads a claimed reminder with its recipient and outreach as they are at this moment. */
@ApplicationScoped
class DueReminders {
    private static final String QUERY = """
            SELECT r.id, r.kind, r.version, r.attempt, r.recipient_id, r.on_behalf_of, r.outreach_id,
                coalesce(r.reason, CASE WHEN EXISTS (SELECT 1 FROM reminder later
                    WHERE later.outreach_id = r.outreach_id AND later.kind = r.kind AND later.version = r.version
                        AND later.recipient_id = r.recipient_id AND later.attempt > r.attempt)
                    THEN 'a later reminder of the same followed' END) AS reason,
                coalesce(r.event_type, answer.event_type) AS event_type,
                coalesce(r.event_data, answer.event_data) AS event_data,
                p.name, p.email, p.phone, p.zone, coalesce(f.language, p.language) AS language, p.team_id, p.manager,
                o.state, o.wait_number AS current_wait, o.wait_from, o.prospect_name, o.executive_name,
                o.executive_title, o.owner_id, owner.name AS rep_name,
                o.next_step, o.next_step_on, o.next_step_contact, o.next_step_version, o.lost_at,
                o.task_number, o.task_from,
                EXISTS (SELECT 1 FROM outreach other WHERE other.prospect_id = o.prospect_id AND other.id <> o.id
                    AND other.state IS DISTINCT FROM 'CLOSED') AS company_busy,
                rd.competitor, rd.voicemail_at, rd.conversation_at, rd.email_subject, rd.email_sent_at,
                about.kind AS refused_kind, about.refused_address, about.last_error AS refused_answer,
                about.state <> 'UNDELIVERABLE' AS corrected, refused.name AS refused_name,
                (SELECT count(*) FROM reminder u WHERE u.recipient_id = refused.id AND u.state = 'UNDELIVERABLE'
                    AND u.refused_address = about.refused_address AND u.kind <> 'ADDRESS_REFUSED') AS refused_waiting,
                ARRAY(SELECT e.id FROM reminder e WHERE e.outreach_id = r.outreach_id AND e.kind = r.kind
                    AND e.version = r.version AND e.recipient_id = r.recipient_id AND e.state = 'SENT'
                    ORDER BY e.sent_at, e.id) AS earlier,
                (SELECT count(*) FROM reminder e WHERE e.outreach_id = r.outreach_id AND e.kind = r.kind
                    AND e.version = r.version AND e.recipient_id = o.owner_id AND e.state = 'SENT') AS reached
            FROM reminder r
            JOIN person p ON p.id = r.recipient_id
            LEFT JOIN reminder_preference f ON f.person_id = p.id
            LEFT JOIN outreach o ON o.id = r.outreach_id
            LEFT JOIN person owner ON owner.id = o.owner_id
            LEFT JOIN outreach_round rd ON rd.outreach_id = r.outreach_id AND rd.round = r.round
            LEFT JOIN LATERAL (SELECT event_type, event_data FROM reminder told
                WHERE r.kind = 'DISPOSITION' AND told.outreach_id = r.outreach_id AND told.kind = 'RESPONSE'
                    AND NOT told.disposed AND told.event_data <> '{}'
                ORDER BY told.created_at DESC, told.id DESC LIMIT 1) answer ON true
            LEFT JOIN reminder about ON about.id = r.about_id
            LEFT JOIN person refused ON refused.id = about.recipient_id
            WHERE r.id = :id AND r.claim = :token AND r.state = 'PENDING'
            """;

    private final Jdbi jdbi;
    private final WeeklyBoard weeklyBoard;

    DueReminders(Jdbi jdbi, WeeklyBoard weeklyBoard) {
        this.jdbi = jdbi;
        this.weeklyBoard = weeklyBoard;
    }

    /** The reminder, unless the claim was lost. */
    Optional<DueReminder> read(Claim claim) {
        return jdbi.withHandle(handle -> handle.createQuery(QUERY)
                .bind("id", claim.reminderId())
                .bind("token", claim.token())
                .map((row, ctx) -> due(row))
                .findOne());
    }

    /** What was claimed with a digest, what has waited longest first. */
    List<UUID> with(Claim digest) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT r.id FROM reminder r JOIN reminder d ON d.recipient_id = r.recipient_id
                        WHERE d.id = :id AND r.id <> d.id AND r.claim = :token AND r.state = 'PENDING'
                        ORDER BY r.created_at, r.id
                        """)
                .bind("id", digest.reminderId())
                .bind("token", digest.token())
                .map((row, ctx) -> Rows.uuid(row, "id"))
                .list());
    }

    private DueReminder due(ResultSet row) throws SQLException {
        ReminderKind kind = ReminderKind.valueOf(row.getString("kind"));
        Person recipient = new Person(
                Rows.uuid(row, "recipient_id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("zone"),
                row.getString("language"),
                Rows.optionalUuid(row, "team_id"),
                row.getBoolean("manager"));
        UUID onBehalfOf = Rows.optionalUuid(row, "on_behalf_of");
        UUID meant = onBehalfOf == null ? recipient.id() : onBehalfOf;
        return new DueReminder(
                Rows.uuid(row, "id"),
                kind,
                recipient,
                new Subject(
                        Rows.optionalUuid(row, "outreach_id"),
                        row.getString("prospect_name"),
                        row.getString("executive_name"),
                        row.getString("executive_title"),
                        row.getString("rep_name"),
                        row.getString("competitor"),
                        Rows.optionalInstant(row, "voicemail_at"),
                        Rows.optionalInstant(row, "conversation_at"),
                        row.getString("email_subject"),
                        Rows.optionalInstant(row, "email_sent_at"),
                        Rows.optionalInstant(row, "wait_from"),
                        Rows.optionalInstant(row, "task_from"),
                        nextStep(row),
                        Rows.optionalInstant(row, "lost_at")),
                event(row.getString("event_type"), row.getString("event_data")),
                refused(row),
                row.getInt("version"),
                row.getInt("attempt"),
                row.getString("reason"),
                new Standing(
                        row.getString("state"),
                        row.getInt("current_wait"),
                        row.getInt("next_step_version"),
                        row.getInt("task_number"),
                        row.getBoolean("company_busy"),
                        row.getBoolean("corrected")),
                meant.equals(Rows.optionalUuid(row, "owner_id")),
                onBehalfOf != null,
                List.of((UUID[]) row.getArray("earlier").getArray()),
                row.getInt("reached"),
                kind == ReminderKind.WEEKLY ? weeklyBoard.of(recipient) : null);
    }

    private static @Nullable PlannedStep nextStep(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("next_step_on", LocalDate.class);
        return on == null ? null : new PlannedStep(row.getString("next_step"), on, row.getString("next_step_contact"));
    }

    private static @Nullable RefusedMail refused(ResultSet row) throws SQLException {
        String kind = row.getString("refused_kind");
        return kind == null
                ? null
                : new RefusedMail(
                        ReminderKind.valueOf(kind),
                        row.getString("refused_name"),
                        row.getString("refused_address"),
                        row.getString("refused_answer"),
                        row.getLong("refused_waiting"));
    }

    private static @Nullable TightropeEvent event(@Nullable String type, @Nullable String data) {
        if (type == null || data == null) {
            return null;
        }
        EventType known = EventType.ofType(type).orElseThrow(() -> new IllegalStateException("No event type " + type));
        try {
            return EventJson.read(known, data.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("The stored event of type " + type + " cannot be read", e);
        }
    }
}
