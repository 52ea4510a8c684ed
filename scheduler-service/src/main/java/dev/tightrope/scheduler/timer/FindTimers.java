package dev.tightrope.scheduler.timer;

import dev.tightrope.api.Cursor;
import dev.tightrope.api.Page;
import dev.tightrope.api.PageRequest;
import dev.tightrope.api.Visibility;
import dev.tightrope.scheduler.database.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Lists timers, pending and ended, newest first, of the outreaches the caller may see. */
@ApplicationScoped
class FindTimers {
    private static final String QUERY = """
            SELECT t.* FROM (
                SELECT id, outreach_id, round, kind, version, due_at, 'PENDING' AS state, NULL::timestamptz AS ended_at
                FROM timer
                UNION ALL
                SELECT id, outreach_id, round, kind, version, due_at, ended_as, ended_at FROM timer_history) t
            WHERE outreach_id IN (SELECT id FROM outreach WHERE\s""" + Visibility.SQL + """
            )
              AND (CAST(:outreach AS uuid) IS NULL OR outreach_id = :outreach)
              AND (CAST(:state AS text) IS NULL OR state = :state)
              AND (CAST(:after AS uuid) IS NULL OR id < :after)
            ORDER BY id DESC LIMIT :limit
            """;

    private final Jdbi jdbi;

    FindTimers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Page<TimerView> page(Visibility visibility, @Nullable UUID outreachId, @Nullable String state, PageRequest page) {
        Cursor cursor = page.cursor();
        return Page.of(
                jdbi.withHandle(handle -> handle.createQuery(QUERY)
                        .bindMethods(visibility)
                        .bind("outreach", outreachId)
                        .bind("state", state)
                        .bind("after", cursor == null ? null : cursor.uuid(0))
                        .bind("limit", page.fetchSize())
                        .map((row, ctx) -> new TimerView(
                                Rows.uuid(row, "id"),
                                Rows.uuid(row, "outreach_id"),
                                row.getInt("round"),
                                row.getString("kind"),
                                TimerKind.WAIT.name().equals(row.getString("kind")) ? row.getInt("version") : null,
                                Rows.instant(row, "due_at"),
                                row.getString("state"),
                                Rows.optionalInstant(row, "ended_at")))
                        .list()),
                page.limit(),
                timer -> Cursor.of(timer.id()));
    }
}
