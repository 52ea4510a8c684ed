package dev.tightrope.voicemail.call;

import dev.tightrope.api.Page;
import dev.tightrope.api.Visibility;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.api.list.Listing;
import dev.tightrope.api.list.Sort;
import dev.tightrope.voicemail.database.DatabaseTime;
import dev.tightrope.voicemail.hold.CompanyHolds;
import dev.tightrope.voicemail.outreach.OpenSuggestions;
import dev.tightrope.voicemail.outreach.WrongNumbers;
import dev.tightrope.voicemail.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The call list: what stands in READY_TO_CALL. */
@ApplicationScoped
class CallTasks {
    private static final String TASKS = """
            select o.*, o.outreach_id as id, s.text as script_text, s.version as script_version, h.name_pronunciation,
                %s as suppressed, %s as contested_by, %s as suggested, %s as number_wrong,
                coalesce(tries.unsuccessful, 0) as unsuccessful,
                last.started_at as last_attempt_at, last.outcome as last_outcome, last.next_attempt_at,
                coalesce(last.next_attempt_at, last.recorded_at, o.ready_at, o.updated_at) as due_at,
                t.open, t.edge, t.call_from,
                -- The clock changes it too, though nothing is written then.
                greatest(o.updated_at, s.updated_at, h.updated_at, tries.updated_at, %s, %s, t.changed) as changed_at
            from outreach_now o
            join %s on t.outreach = o.outreach_id
            join script s on s.outreach_id = o.outreach_id and s.round = o.round
            left join homework h on h.outreach_id = o.outreach_id and h.round = o.round
            left join lateral (
                select max(a.updated_at) as updated_at, count(*) filter (where a.phone = o.phone and %s)
                    as unsuccessful
                from call_attempt a where a.outreach_id = o.outreach_id and a.round = o.round
            ) tries on true
            left join lateral %s last on true
            where o.state in ('READY_TO_CALL', 'SENDING_EMAIL') and (o.standing = 'READY_TO_CALL'
                -- The script's approval ended with the permission: the list says so until the outreach moves on.
                or (o.standing = 'PREPARING_SCRIPT' and o.permission_ended_at is not null))""".formatted(
                    Suppressions.REASON_SQL,
                    CompanyHolds.CONTESTED_SQL,
                    OpenSuggestions.SQL,
                    WrongNumbers.SQL,
                    Suppressions.CHANGED_SQL,
                    CompanyHolds.CHANGED_SQL,
                    CallTimes.ROWS_SQL,
                    CallAttempts.IN_VAIN,
                    CallTimes.LAST_ATTEMPT_SQL);
    private static final String WITH_WHEN = """
            select *, case
                    when suppressed is not null or permission_ended_at is not null or contested_by is not null or suggested
                        or number_wrong then 'LATER'
                    when open then 'NOW'
                    when call_from <= :soon then 'NEXT'
                    else 'LATER'
                end as when_to_call
            from (%s) t""".formatted(TASKS);
    private static final String WITH_ORDER = """
            select *, case when_to_call when 'NOW' then case when edge then '0' else '1' end when 'NEXT' then '2' else '3' end
                || coalesce(to_char(case when_to_call when 'NOW' then due_at else call_from end at time zone 'UTC',
                    'YYYYMMDDHH24MISSUS'), 'unknown') collate "C" as call_order
            from (%s) t""".formatted(WITH_WHEN);
    private static final List<Sort> SORTS = List.of(
            new Sort("callOrder", "call_order", "text", false),
            new Sort("dueAt", "due_at", "timestamptz", false),
            new Sort("-dueAt", "due_at", "timestamptz", true),
            new Sort("updatedAt", "changed_at", "timestamptz", false),
            new Sort("-updatedAt", "changed_at", "timestamptz", true));

    private final Jdbi jdbi;
    private final DatabaseTime time;
    private final CallTimes times;

    CallTasks(Jdbi jdbi, DatabaseTime time, CallTimes times) {
        this.jdbi = jdbi;
        this.time = time;
        this.times = times;
    }

    /** Which of the tasks. */
    record Filter(
            @Nullable Boolean offered,
            CallTask.@Nullable When when,
            @Nullable UUID ownerId) {}

    /** One page. */
    Page<CallTask> page(Filter filter, ListParameters list, Visibility visibility) {
        Instant now = jdbi.withHandle(time::now);
        Map<UUID, CallTimes.Of> known = times.visibleTo(visibility, now);
        return new Listing("(" + WITH_ORDER + ") t", list.order(SORTS))
                .where(Visibility.SQL, visibility)
                .where("changed_at > :after", "after", list.changedAfter())
                .where("(when_to_call = 'NOW') = :offered", "offered", filter.offered())
                .where(
                        "when_to_call = :when",
                        "when",
                        filter.when() == null ? null : filter.when().name())
                .where("owner_id = :owner", "owner", filter.ownerId())
                .bind("times", times.asRows(known))
                .bind("soon", now.plus(CallTime.NEXT_WITHIN).atOffset(ZoneOffset.UTC))
                .fetch(jdbi, list.page(), new CallTaskMapper(known, now));
    }
}
