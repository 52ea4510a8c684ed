package dev.tightrope.voicemail.call;

import dev.tightrope.api.Cursor;
import dev.tightrope.api.Page;
import dev.tightrope.api.PageRequest;
import dev.tightrope.api.Visibility;
import dev.tightrope.voicemail.database.Columns;
import dev.tightrope.voicemail.database.DatabaseTime;
import dev.tightrope.voicemail.outreach.OpenSuggestions;
import dev.tightrope.voicemail.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The call list: what stands in READY_TO_CALL, the longest due first. */
@ApplicationScoped
class CallTasks {
    private static final String TASKS = """
            select o.*, s.text as script_text, s.version as script_version, h.name_pronunciation,
                %s as suppressed, %s as suggested, coalesce(tries.unsuccessful, 0) as unsuccessful,
                last.started_at as last_attempt_at, last.outcome as last_outcome, last.next_attempt_at,
                coalesce(last.next_attempt_at, last.recorded_at, o.ready_at, o.updated_at) as due_at
            from outreach_now o
            join script s on s.outreach_id = o.outreach_id and s.round = o.round
            left join homework h on h.outreach_id = o.outreach_id and h.round = o.round
            left join lateral (
                select count(*) as unsuccessful from call_attempt a
                where a.outreach_id = o.outreach_id and a.round = o.round and a.status <> 'UNDONE'
                    and a.outcome in ('NO_ANSWER', 'BUSY', 'ASSISTANT_ANSWERED', 'VOICEMAIL_CUT_OFF')
            ) tries on true
            left join lateral (
                select a.started_at, a.recorded_at, a.outcome, a.next_attempt_at from call_attempt a
                where a.outreach_id = o.outreach_id and a.round = o.round and a.status <> 'UNDONE'
                order by a.recorded_at desc, a.attempt_id desc limit 1
            ) last on true
            where o.state in ('READY_TO_CALL', 'SENDING_EMAIL') and o.standing = 'READY_TO_CALL' and %s""".formatted(Suppressions.REASON_SQL, OpenSuggestions.SQL, Visibility.SQL);

    private final Jdbi jdbi;
    private final DatabaseTime time;
    private final CallSettings settings;

    CallTasks(Jdbi jdbi, DatabaseTime time, CallSettings settings) {
        this.jdbi = jdbi;
        this.time = time;
        this.settings = settings;
    }

    /** One page; with {@code offered}, only those to call now, or only the others. */
    Page<CallTask> page(@Nullable Boolean offered, PageRequest page, Visibility visibility) {
        Cursor after = page.cursor();
        String sql = "select * from (" + TASKS + ") t where true"
                + (offered == null
                        ? ""
                        : " and (t.suppressed is null and t.permission_ended_at is null and not t.suggested"
                                + " and (t.next_attempt_at is null or t.next_attempt_at <= :now)"
                                + " and (t.unsuccessful < :most or t.next_attempt_at is not null)) = :offered")
                + (after == null ? "" : " and (t.due_at, t.outreach_id) > (:dueAt, :id)")
                + " order by t.due_at, t.outreach_id limit :limit";
        return jdbi.withHandle(handle -> {
            Instant now = time.now(handle);
            Query query = handle.createQuery(sql).bindMethods(visibility).bind("limit", page.fetchSize());
            if (offered != null) {
                query.bind("offered", offered.booleanValue())
                        .bind("now", Columns.parameter(now))
                        .bind("most", settings.maxAttempts());
            }
            if (after != null) {
                query.bind("dueAt", Columns.parameter(after.instant(0))).bind("id", after.uuid(1));
            }
            List<CallTask> rows = query.map((rs, ctx) -> task(rs, now)).list();
            return Page.of(rows, page.limit(), row -> Cursor.of(row.dueAt(), row.outreachId()));
        });
    }

    private CallTask task(ResultSet rs, Instant now) throws SQLException {
        String suppressed = rs.getString("suppressed");
        int unsuccessful = rs.getInt("unsuccessful");
        Instant next = Columns.instantOrNull(rs, "next_attempt_at");
        CallTask.Status status;
        if (suppressed != null) {
            status = CallTask.Status.SUPPRESSED;
        } else if (Columns.instantOrNull(rs, "permission_ended_at") != null) {
            status = CallTask.Status.PERMISSION_ENDED;
        } else if (rs.getBoolean("suggested")) {
            status = CallTask.Status.REVIEW_OPEN;
        } else if (next != null && next.isAfter(now)) {
            status = CallTask.Status.PLANNED;
        } else if (next == null && unsuccessful >= settings.maxAttempts()) {
            status = CallTask.Status.NEEDS_DECISION;
        } else {
            status = CallTask.Status.DUE;
        }
        boolean mayCall = status != CallTask.Status.SUPPRESSED
                && status != CallTask.Status.REVIEW_OPEN
                && status != CallTask.Status.PERMISSION_ENDED;
        String phone = rs.getString("phone");
        String lastOutcome = rs.getString("last_outcome");
        return new CallTask(
                Columns.uuid(rs, "outreach_id"),
                rs.getInt("round"),
                Columns.uuid(rs, "owner_id"),
                status,
                status == CallTask.Status.DUE,
                reason(status, suppressed, next, unsuccessful),
                rs.getString("prospect_name"),
                rs.getString("executive_name"),
                rs.getString("executive_title"),
                rs.getString("name_pronunciation"),
                rs.getString("zone"),
                mayCall ? phone : null,
                mayCall ? "tel:" + phone : null,
                rs.getString("script_text"),
                rs.getLong("script_version"),
                rs.getString("email_subject"),
                unsuccessful,
                Columns.instantOrNull(rs, "last_attempt_at"),
                lastOutcome == null ? null : CallOutcome.valueOf(lastOutcome),
                next,
                Columns.instant(rs, "due_at"));
    }

    private static @Nullable String reason(
            CallTask.Status status, @Nullable String suppressed, @Nullable Instant next, int unsuccessful) {
        return switch (status) {
            case DUE -> null;
            case REVIEW_OPEN -> "A message may be an answer: say in the review list whether it is, first.";
            case PLANNED -> "The next attempt is planned for " + next + ".";
            case NEEDS_DECISION ->
                unsuccessful + " attempts reached nobody: call once more, plan another attempt, find"
                        + " another number, or close the outreach.";
            case SUPPRESSED -> "The executive must not be contacted: " + suppressed + ".";
            case PERMISSION_ENDED -> "The permission to name the competitor has ended: the round needs another story.";
        };
    }
}
