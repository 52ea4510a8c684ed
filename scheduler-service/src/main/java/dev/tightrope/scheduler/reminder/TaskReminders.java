package dev.tightrope.scheduler.reminder;

import dev.tightrope.api.Visibility;
import dev.tightrope.scheduler.database.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The reminders of what a rep has to do, with what else was said of the same. */
@ApplicationScoped
public class TaskReminders {
    private final Jdbi jdbi;

    TaskReminders(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * One reminder, and the task it is of.
     *
     * @param kind what it is about
     * @param outreachId its outreach; absent for a mail about none
     * @param ownerId the rep
     * @param version which wait, call or answer; 0 for a notice
     * @param toldAt when the latest reminder of the same was raised
     */
    public record TaskReminder(
            String kind,
            @Nullable UUID outreachId,
            @Nullable UUID ownerId,
            int version,
            Instant toldAt) {}

    /** The reminder, if the caller may see it. */
    public Optional<TaskReminder> find(Visibility visibility, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT r.kind, r.outreach_id, r.version, (SELECT owner_id FROM outreach o
                                WHERE o.id = r.outreach_id) AS owner_id,
                            coalesce((SELECT max(same.created_at) FROM reminder same
                                WHERE same.outreach_id = r.outreach_id AND same.kind = r.kind
                                    AND same.version = r.version), r.created_at) AS told_at
                        FROM reminder r WHERE id = :id AND\s""" + FindReminders.VISIBLE)
                .bindMethods(visibility)
                .bind("id", id)
                .map((row, ctx) -> new TaskReminder(
                        row.getString("kind"),
                        Rows.optionalUuid(row, "outreach_id"),
                        Rows.optionalUuid(row, "owner_id"),
                        row.getInt("version"),
                        Rows.instant(row, "told_at")))
                .findOne());
    }

    /** Takes back what is queued of the same task; what is just being sent goes. */
    public void withdraw(TaskReminder reminder, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE reminder SET state = 'CANCELLED', reason = :reason
                        WHERE outreach_id = :outreach AND kind = :kind AND version = :version AND state = 'PENDING'
                            AND claim IS NULL
                        """)
                .bind("outreach", reminder.outreachId())
                .bind("kind", reminder.kind())
                .bind("version", reminder.version())
                .bind("reason", reason)
                .execute());
    }
}
