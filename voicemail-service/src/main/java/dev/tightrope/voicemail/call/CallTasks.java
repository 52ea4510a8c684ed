package dev.tightrope.voicemail.call;

import dev.tightrope.api.Page;
import dev.tightrope.api.Visibility;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.api.list.Listing;
import dev.tightrope.api.list.Sort;
import dev.tightrope.voicemail.database.Columns;
import dev.tightrope.voicemail.database.DatabaseTime;
import dev.tightrope.voicemail.hold.CompanyHolds;
import dev.tightrope.voicemail.outreach.OpenSuggestions;
import dev.tightrope.voicemail.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The call list: what stands in READY_TO_CALL. */
@ApplicationScoped
class CallTasks {
    private static final String TASKS = """
            select o.*, o.outreach_id as id, s.text as script_text, s.version as script_version, h.name_pronunciation,
                %s as suppressed, %s as contested_by, %s as suggested, coalesce(tries.unsuccessful, 0) as unsuccessful,
                last.started_at as last_attempt_at, last.outcome as last_outcome, last.next_attempt_at,
                coalesce(last.next_attempt_at, last.recorded_at, o.ready_at, o.updated_at) as due_at,
                -- The hour of a planned attempt changes it too, though nothing is written then.
                greatest(o.updated_at, s.updated_at, h.updated_at, tries.updated_at, %s, %s,
                    case when last.next_attempt_at <= :now then last.next_attempt_at end) as changed_at
            from outreach_now o
            join script s on s.outreach_id = o.outreach_id and s.round = o.round
            left join homework h on h.outreach_id = o.outreach_id and h.round = o.round
            left join lateral (
                select max(a.updated_at) as updated_at, count(*) filter (where a.status <> 'UNDONE'
                    and a.outcome in ('NO_ANSWER', 'BUSY', 'ASSISTANT_ANSWERED', 'VOICEMAIL_CUT_OFF')) as unsuccessful
                from call_attempt a where a.outreach_id = o.outreach_id and a.round = o.round
            ) tries on true
            left join lateral (
                select a.started_at, a.recorded_at, a.outcome, a.next_attempt_at from call_attempt a
                where a.outreach_id = o.outreach_id and a.round = o.round and a.status <> 'UNDONE'
                order by a.recorded_at desc, a.attempt_id desc limit 1
            ) last on true
            where o.state in ('READY_TO_CALL', 'SENDING_EMAIL') and o.standing = 'READY_TO_CALL'""".formatted(
                    Suppressions.REASON_SQL,
                    CompanyHolds.CONTESTED_SQL,
                    OpenSuggestions.SQL,
                    Suppressions.CHANGED_SQL,
                    CompanyHolds.CHANGED_SQL);
    private static final String OFFERED = """
            (suppressed is null and permission_ended_at is null and contested_by is null and not suggested
                and (next_attempt_at is null or next_attempt_at <= :now)
                and (unsuccessful < :most or next_attempt_at is not null)) = :offered""";
    private static final List<Sort> SORTS = List.of(
            new Sort("dueAt", "due_at", "timestamptz", false),
            new Sort("-dueAt", "due_at", "timestamptz", true),
            new Sort("updatedAt", "changed_at", "timestamptz", false),
            new Sort("-updatedAt", "changed_at", "timestamptz", true));

    private final Jdbi jdbi;
    private final DatabaseTime time;
    private final CallSettings settings;

    CallTasks(Jdbi jdbi, DatabaseTime time, CallSettings settings) {
        this.jdbi = jdbi;
        this.time = time;
        this.settings = settings;
    }

    /** One page; with {@code offered}, only those to call now, or only the others. */
    Page<CallTask> page(@Nullable Boolean offered, ListParameters list, Visibility visibility) {
        Instant now = jdbi.withHandle(time::now);
        return new Listing("(" + TASKS + ") t", list.order(SORTS))
                .where(Visibility.SQL, visibility)
                .where("changed_at > :after", "after", list.changedAfter())
                .where(OFFERED, "offered", offered)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("most", settings.maxAttempts())
                .fetch(jdbi, list.page(), (row, context) -> task(row, now));
    }

    private CallTask task(ResultSet rs, Instant now) throws SQLException {
        String suppressed = rs.getString("suppressed");
        String contestedBy = rs.getString("contested_by");
        int unsuccessful = rs.getInt("unsuccessful");
        Instant next = Columns.instantOrNull(rs, "next_attempt_at");
        CallTask.Status status;
        if (suppressed != null) {
            status = CallTask.Status.SUPPRESSED;
        } else if (Columns.instantOrNull(rs, "permission_ended_at") != null) {
            status = CallTask.Status.PERMISSION_ENDED;
        } else if (contestedBy != null) {
            status = CallTask.Status.COMPANY_CONTESTED;
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
                && status != CallTask.Status.COMPANY_CONTESTED
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
                reason(status, suppressed == null ? contestedBy : suppressed, next, unsuccessful),
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
                Columns.instant(rs, "due_at"),
                Columns.instant(rs, "changed_at"));
    }

    private static @Nullable String reason(
            CallTask.Status status, @Nullable String because, @Nullable Instant next, int unsuccessful) {
        return switch (status) {
            case DUE -> null;
            case REVIEW_OPEN -> "A message may be an answer: say in the review list whether it is, first.";
            case PLANNED -> "The next attempt is planned for " + next + ".";
            case NEEDS_DECISION ->
                unsuccessful + " attempts reached nobody: call once more, and say when to call again if that reaches"
                        + " nobody either; find another number; or cancel the outreach.";
            case SUPPRESSED -> "The executive must not be contacted: " + because + ".";
            case COMPANY_CONTESTED -> CompanyHolds.whatFirst(String.valueOf(because));
            case PERMISSION_ENDED -> "The permission to name the competitor has ended: the round needs another story.";
        };
    }
}
