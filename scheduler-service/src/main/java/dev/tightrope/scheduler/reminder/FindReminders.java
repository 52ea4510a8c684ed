package dev.tightrope.scheduler.reminder;

import dev.tightrope.api.Page;
import dev.tightrope.api.Visibility;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.api.list.Listing;
import dev.tightrope.api.list.Sort;
import dev.tightrope.scheduler.database.Rows;
import dev.tightrope.scheduler.reminder.RemindersResource.ReminderState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Finds reminders of the outreaches the caller may see. */
@ApplicationScoped
class FindReminders {
    private static final List<Sort> SORTS =
            List.of(Sort.LATEST_CREATED, Sort.CREATED, Sort.UPDATED, Sort.LATEST_UPDATED);
    /** Of outreaches the caller sees; what is about none, its recipient's own. */
    static final String VISIBLE = "(outreach_id IN (SELECT id FROM outreach WHERE " + Visibility.SQL
            + ") OR (outreach_id IS NULL AND recipient_id = :me))";

    private static final String REMINDERS = """
            (SELECT *, (SELECT due_at FROM timer t WHERE t.outreach_id = r.outreach_id AND t.kind = r.kind
                AND t.version = r.version) AS next_reminder_at FROM reminder r) reminder
            """;

    private final Jdbi jdbi;

    FindReminders(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<ReminderView> byId(Visibility visibility, UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM " + REMINDERS + " WHERE " + VISIBLE + " AND id = :id")
                        .bindMethods(visibility)
                        .bind("id", id)
                        .map((row, ctx) -> view(row))
                        .findOne());
    }

    Page<ReminderView> page(
            Visibility visibility, ListParameters list, @Nullable UUID outreachId, @Nullable String state) {
        return new Listing(REMINDERS, list.order(SORTS))
                .where(VISIBLE, visibility)
                .where("updated_at > :after", "after", list.changedAfter())
                .where("outreach_id = :outreach", "outreach", outreachId)
                .where("state = :state", "state", state)
                .fetch(jdbi, list.page(), (row, context) -> view(row));
    }

    private static ReminderView view(ResultSet row) throws SQLException {
        ReminderKind kind = ReminderKind.valueOf(row.getString("kind"));
        ReminderState state = ReminderState.valueOf(row.getString("state"));
        return new ReminderView(
                Rows.uuid(row, "id"),
                Rows.optionalUuid(row, "outreach_id"),
                Rows.optionalInt(row, "round"),
                kind,
                kind == ReminderKind.FOLLOW_UP ? Rows.optionalInt(row, "version") : null,
                row.getInt("attempt"),
                Rows.optionalInstant(row, "next_reminder_at"),
                Rows.uuid(row, "recipient_id"),
                Rows.optionalUuid(row, "on_behalf_of"),
                state,
                row.getString("reason"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "updated_at"),
                row.getInt("attempts"),
                state == ReminderState.PENDING ? Rows.optionalInstant(row, "next_attempt_at") : null,
                row.getString("last_error"),
                Rows.optionalInstant(row, "sent_at"));
    }
}
