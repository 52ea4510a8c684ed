package dev.tightrope.scheduler.timer;

import dev.tightrope.events.OutreachRef;
import dev.tightrope.scheduler.database.Rows;
import dev.tightrope.scheduler.outreach.SuggestionGone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The timers that are due, oldest first, with a fifth of each batch for those that came due last: a backlog keeps nobody
 * waiting whose time is now. What an open suggestion holds is set aside once, and not looked at again until it is settled.
 */
@ApplicationScoped
class DueTimers {
    private static final int SHARE_OF_NEWEST = 5;
    private static final Duration HELD = Duration.ofSeconds(1);
    private static final Duration NOTHING_SET = Duration.ofDays(1);

    // The timer's row is locked before its outreach is looked at; who moves the outreach on deletes that row in
    // the same transaction. So a claimed timer of an outreach that moved on cannot exist, nor one of a wait that
    // fired already, and the checks are a second line: one timer too many must not keep all the others from
    // firing. Rows are found by their place and by unique indexes only, whatever the planner believes of the
    // tables: a plan that reads a table through is good for a thousand timers and kept for a million. A suggestion
    // is locked before its timers are set aside: while it is being settled they are only passed over.
    private static final String CLAIM = """
            WITH newest AS (%s DESC LIMIT :newest FOR UPDATE SKIP LOCKED),
            oldest AS (%s LIMIT :oldest FOR UPDATE SKIP LOCKED),
            due AS (SELECT * FROM newest UNION SELECT * FROM oldest),
            set_aside AS (
                UPDATE timer SET held = true WHERE ctid = ANY (ARRAY(
                    SELECT place FROM due JOIN open_suggestion s USING (outreach_id) WHERE suspended
                    FOR KEY SHARE OF s SKIP LOCKED))),
            claimed AS (
                DELETE FROM timer WHERE ctid = ANY (ARRAY(SELECT place FROM due WHERE NOT suspended)) RETURNING *),
            judged AS (
                SELECT claimed.*, o.prospect_id, o.owner_id, o.team_id,
                    CASE claimed.kind
                        WHEN 'WAIT' THEN o.state = 'AWAITING_RESPONSE' AND o.wait_number = claimed.version
                            AND NOT o.wait_ended
                        WHEN 'RETURN' THEN o.state = 'CLOSED' AND o.lost_version = claimed.version
                            AND NOT EXISTS (SELECT 1 FROM outreach other WHERE other.prospect_id = o.prospect_id
                                AND other.state IS DISTINCT FROM 'CLOSED')
                        WHEN 'FOLLOW_UP' THEN o.state IN ('AWAITING_RESPONSE', 'FOLLOW_UP_DUE')
                            AND o.wait_number = claimed.version
                        WHEN 'CALL_DUE' THEN o.state = 'READY_TO_CALL' AND o.task_number = claimed.version
                        WHEN 'DISPOSITION' THEN o.state = 'RESPONDED' AND o.task_number = claimed.version
                        ELSE o.state = 'ENGAGED' AND o.next_step_version = claimed.version END AS waited_for
                FROM claimed JOIN outreach o ON o.id = claimed.outreach_id),
            fired AS (
                INSERT INTO timer_history (id, outreach_id, kind, round, version, attempt, due_at, created_at, ended_as)
                SELECT id, outreach_id, kind, round, version, attempt, due_at, created_at, 'FIRED'
                FROM judged WHERE waited_for
                ON CONFLICT (outreach_id, kind, version, attempt) WHERE ended_as = 'FIRED' DO NOTHING RETURNING id),
            stale AS (
                INSERT INTO timer_history (id, outreach_id, kind, round, version, attempt, due_at, created_at, ended_as)
                SELECT id, outreach_id, kind, round, version, attempt, due_at, created_at, 'STALE'
                FROM judged WHERE id NOT IN (SELECT id FROM fired))
            SELECT seen, judged.*, judged.id IN (SELECT id FROM fired) AS current
            FROM (SELECT count(*) AS seen FROM due) batch LEFT JOIN judged ON true
            """;
    private static final String DUE = """
            SELECT ctid AS place, outreach_id,
                EXISTS (SELECT 1 FROM open_suggestion s WHERE s.outreach_id = timer.outreach_id) AS suspended
            FROM timer WHERE NOT held AND due_at <= :now AND NOT EXISTS (SELECT 1 FROM clock_hold) ORDER BY due_at""";

    private final Jdbi jdbi;

    DueTimers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Takes a batch out of the table into the history. */
    Batch claim(Handle handle, Instant now, int size) {
        int newest = size / SHARE_OF_NEWEST;
        List<DueTimer> claimed = new ArrayList<>();
        int seen = handle.createQuery(CLAIM.formatted(DUE, DUE))
                .bind("now", now)
                .bind("newest", newest)
                .bind("oldest", size - newest)
                .reduceResultSet(0, (before, row, ctx) -> {
                    if (row.getString("kind") != null) {
                        claimed.add(read(row));
                    }
                    return row.getInt("seen");
                });
        return new Batch(claimed, seen == size);
    }

    /** How long nothing comes due; a second where something is due and another replica has it, or the clock is held. */
    Duration untilNext(Handle handle, Instant now) {
        return handle.createQuery("SELECT min(due_at) AS next FROM timer WHERE NOT held")
                .map((row, ctx) -> {
                    Instant next = Rows.optionalInstant(row, "next");
                    if (next == null) {
                        return NOTHING_SET;
                    }
                    return next.isAfter(now) ? Duration.between(now, next) : HELD;
                })
                .one();
    }

    /** Another open suggestion may be left: then the next claim sets the timers aside again. */
    void goesOn(@Observes SuggestionGone gone) {
        jdbi.useHandle(
                handle -> handle.createUpdate("UPDATE timer SET held = false WHERE outreach_id = :outreach AND held")
                        .bind("outreach", gone.outreachId())
                        .execute());
    }

    private static DueTimer read(ResultSet row) throws SQLException {
        return new DueTimer(
                TimerKind.valueOf(row.getString("kind")),
                new OutreachRef(
                        Rows.uuid(row, "outreach_id"),
                        row.getInt("round"),
                        Rows.uuid(row, "prospect_id"),
                        Rows.uuid(row, "owner_id"),
                        Rows.optionalUuid(row, "team_id")),
                row.getInt("version"),
                row.getInt("attempt"),
                Rows.instant(row, "due_at"),
                row.getBoolean("current"));
    }

    /**
     * What was claimed.
     *
     * @param timers those that fire, and stale ones
     * @param full whether there may be more
     */
    record Batch(List<DueTimer> timers, boolean full) {}
}
