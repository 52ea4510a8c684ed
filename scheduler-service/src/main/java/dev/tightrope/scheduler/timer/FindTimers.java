package dev.tightrope.scheduler.timer;

import dev.tightrope.api.Page;
import dev.tightrope.api.Visibility;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.api.list.Listing;
import dev.tightrope.api.list.Sort;
import dev.tightrope.scheduler.database.Rows;
import dev.tightrope.scheduler.timer.TimersResource.TimerState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Lists timers, pending and ended, of the outreaches the caller may see. */
@ApplicationScoped
class FindTimers {
    private static final List<Sort> SORTS = List.of(
            Sort.LATEST_CREATED,
            Sort.CREATED,
            new Sort("dueAt", "due_at", "timestamptz", false),
            new Sort("-dueAt", "due_at", "timestamptz", true),
            Sort.UPDATED,
            Sort.LATEST_UPDATED);
    private static final String TIMERS = """
            (SELECT id, outreach_id, round, kind, version, attempt, due_at, 'PENDING' AS state, NULL::timestamptz AS ended_at,
                updated_at
             FROM timer WHERE NOT held
             UNION ALL
             SELECT id, outreach_id, round, kind, version, attempt, due_at, 'PENDING' AS state, NULL::timestamptz AS ended_at,
                updated_at
             FROM timer WHERE held
             UNION ALL
             SELECT id, outreach_id, round, kind, version, attempt, due_at, ended_as, ended_at, ended_at FROM timer_history) t
            """;

    private final Jdbi jdbi;

    FindTimers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Page<TimerView> page(
            Visibility visibility, ListParameters list, @Nullable UUID outreachId, @Nullable String state) {
        return new Listing(TIMERS, list.order(SORTS))
                .where("outreach_id IN (SELECT id FROM outreach WHERE " + Visibility.SQL + ")", visibility)
                .where("updated_at > :after", "after", list.changedAfter())
                .where("outreach_id = :outreach", "outreach", outreachId)
                .where("state = :state", "state", state)
                .fetch(jdbi, list.page(), (row, context) -> view(row));
    }

    private static TimerView view(ResultSet row) throws SQLException {
        TimerKind kind = TimerKind.valueOf(row.getString("kind"));
        return new TimerView(
                Rows.uuid(row, "id"),
                Rows.uuid(row, "outreach_id"),
                row.getInt("round"),
                kind,
                kind == TimerKind.WAIT || kind == TimerKind.FOLLOW_UP ? row.getInt("version") : null,
                row.getInt("attempt"),
                Rows.instant(row, "due_at"),
                TimerState.valueOf(row.getString("state")),
                Rows.optionalInstant(row, "ended_at"),
                Rows.instant(row, "updated_at"));
    }
}
