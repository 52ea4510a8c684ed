package dev.tightrope.scheduler.reminder;

import dev.tightrope.api.Cursor;
import dev.tightrope.api.Page;
import dev.tightrope.api.PageRequest;
import dev.tightrope.api.Visibility;
import dev.tightrope.scheduler.database.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Finds reminders, newest first, of the outreaches the caller may see. */
@ApplicationScoped
class FindReminders {
    private static final String VISIBLE =
            "SELECT * FROM reminder WHERE outreach_id IN (SELECT id FROM outreach WHERE " + Visibility.SQL + ")";

    private final Jdbi jdbi;

    FindReminders(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<ReminderView> byId(Visibility visibility, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(VISIBLE + " AND id = :id")
                .bindMethods(visibility)
                .bind("id", id)
                .map((row, ctx) -> view(row))
                .findOne());
    }

    Page<ReminderView> page(
            Visibility visibility, @Nullable UUID outreachId, @Nullable String state, PageRequest page) {
        Cursor cursor = page.cursor();
        return Page.of(
                jdbi.withHandle(handle -> handle.createQuery(VISIBLE + """
                                 AND (CAST(:outreach AS uuid) IS NULL OR outreach_id = :outreach)
                                 AND (CAST(:state AS text) IS NULL OR state = :state)
                                 AND (CAST(:after AS uuid) IS NULL OR id < :after)
                                ORDER BY id DESC LIMIT :limit
                                """)
                        .bindMethods(visibility)
                        .bind("outreach", outreachId)
                        .bind("state", state)
                        .bind("after", cursor == null ? null : cursor.uuid(0))
                        .bind("limit", page.fetchSize())
                        .map((row, ctx) -> view(row))
                        .list()),
                page.limit(),
                reminder -> Cursor.of(reminder.id()));
    }

    private static ReminderView view(ResultSet row) throws SQLException {
        boolean pending = "PENDING".equals(row.getString("state"));
        return new ReminderView(
                Rows.uuid(row, "id"),
                Rows.uuid(row, "outreach_id"),
                row.getInt("round"),
                row.getString("kind"),
                ReminderKind.FOLLOW_UP.name().equals(row.getString("kind")) ? Rows.optionalInt(row, "version") : null,
                Rows.uuid(row, "recipient_id"),
                row.getString("state"),
                row.getString("reason"),
                Rows.instant(row, "created_at"),
                row.getInt("attempts"),
                pending ? Rows.optionalInstant(row, "next_attempt_at") : null,
                row.getString("last_error"),
                Rows.optionalInstant(row, "sent_at"));
    }
}
