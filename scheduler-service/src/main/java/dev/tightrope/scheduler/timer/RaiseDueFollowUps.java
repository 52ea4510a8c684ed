package dev.tightrope.scheduler.timer;

import dev.tightrope.events.FollowUpDue;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.scheduler.database.DatabaseClock;
import dev.tightrope.scheduler.database.Rows;
import dev.tightrope.scheduler.reminder.FollowUp;
import dev.tightrope.scheduler.reminder.QueueReminders;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Raises what is due: follow-ups, overdue calls, meanings and next steps, returns to lost deals. Timers are claimed in
 * batches by one statement that skips what another replica holds; events, reminders and the timers that follow go with
 * them in the same transaction, so a crash undoes all or nothing.
 */
@ApplicationScoped
class RaiseDueFollowUps {
    // The timer's row is locked before its outreach is looked at; who moves the outreach on deletes that row in the
    // same transaction. So a claimed timer of an outreach that moved on cannot exist, nor one of a wait that fired
    // already, and the checks are a second line: one timer too many must not keep all the others from firing.
    private static final String CLAIM = """
            WITH due AS (
                SELECT outreach_id, kind FROM timer
                WHERE due_at <= :now AND NOT EXISTS (SELECT 1 FROM clock_hold)
                    AND NOT EXISTS (SELECT 1 FROM open_suggestion s WHERE s.outreach_id = timer.outreach_id)
                ORDER BY due_at LIMIT :batch FOR UPDATE SKIP LOCKED),
            claimed AS (
                DELETE FROM timer USING due
                WHERE timer.outreach_id = due.outreach_id AND timer.kind = due.kind RETURNING timer.*),
            judged AS (
                SELECT claimed.*, o.prospect_id, o.owner_id, o.team_id,
                    (CASE claimed.kind
                            WHEN 'WAIT' THEN o.state = 'AWAITING_RESPONSE' AND o.wait_number = claimed.version
                                AND NOT o.wait_ended
                            WHEN 'RETURN' THEN o.state = 'CLOSED' AND o.lost_version = claimed.version
                                AND NOT EXISTS (SELECT 1 FROM outreach other WHERE other.prospect_id = o.prospect_id
                                    AND other.state IS DISTINCT FROM 'CLOSED')
                            WHEN 'FOLLOW_UP' THEN o.state IN ('AWAITING_RESPONSE', 'FOLLOW_UP_DUE')
                                AND o.wait_number = claimed.version
                            WHEN 'CALL_DUE' THEN o.state = 'READY_TO_CALL' AND o.task_number = claimed.version
                            WHEN 'DISPOSITION' THEN o.state = 'RESPONDED' AND o.task_number = claimed.version
                            ELSE o.state = 'ENGAGED' AND o.next_step_version = claimed.version END
                        AND NOT EXISTS (SELECT 1 FROM timer_history h WHERE h.outreach_id = claimed.outreach_id
                            AND h.kind = claimed.kind AND h.version = claimed.version
                            AND h.attempt = claimed.attempt AND h.ended_as = 'FIRED'))
                        AS current
                FROM claimed JOIN outreach o ON o.id = claimed.outreach_id),
            kept AS (
                INSERT INTO timer_history (id, outreach_id, kind, round, version, attempt, due_at, created_at, ended_as)
                SELECT id, outreach_id, kind, round, version, attempt, due_at, created_at,
                    CASE WHEN current THEN 'FIRED' ELSE 'STALE' END FROM judged)
            SELECT * FROM judged
            """;

    private final Jdbi jdbi;
    private final DatabaseClock clock;
    private final ClockGuard clockGuard;
    private final Outbox outbox;
    private final QueueReminders reminders;
    private final ReminderChain chain;
    private final int batch;
    private final Counter fired;
    private final Counter stale;

    RaiseDueFollowUps(
            Jdbi jdbi,
            DatabaseClock clock,
            ClockGuard clockGuard,
            Outbox outbox,
            QueueReminders reminders,
            ReminderChain chain,
            MeterRegistry metrics,
            @ConfigProperty(name = "tightrope.timers.batch", defaultValue = "500") int batch) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.clockGuard = clockGuard;
        this.outbox = outbox;
        this.reminders = reminders;
        this.chain = chain;
        this.batch = batch;
        this.fired = metrics.counter("tightrope.timers.fired");
        this.stale = metrics.counter("tightrope.timers.stale");
    }

    /**
     * Raises one batch.
     *
     * @return how long there is nothing more to raise; zero if there may be more right now
     */
    @Transactional
    Duration runOnce() {
        Instant now = jdbi.withHandle(clock::now);
        // Outside the handle below: Jdbi would lend that one, and the hold would not commit on its own.
        clockGuard.check(now);
        return jdbi.withHandle(handle -> {
            List<DueTimer> due = claim(handle, now);
            raise(due, now);
            return due.size() == batch ? Duration.ZERO : untilNextDue(handle, now);
        });
    }

    private List<DueTimer> claim(Handle handle, Instant now) {
        return handle.createQuery(CLAIM)
                .bind("now", now)
                .bind("batch", batch)
                .map((row, ctx) -> read(row))
                .list();
    }

    private void raise(List<DueTimer> due, Instant now) {
        List<DueTimer> current = due.stream().filter(DueTimer::current).toList();
        if (!current.isEmpty()) {
            outbox.appendAll(current.stream()
                    .filter(timer -> timer.kind() == TimerKind.WAIT)
                    .map(timer -> new FollowUpDue(timer.ref(), timer.version(), timer.dueAt(), now))
                    .toList());
            chain.goOn(current, now);
            reminders.followUps(of(EnumSet.of(TimerKind.WAIT, TimerKind.FOLLOW_UP), current));
            reminders.callsDue(of(EnumSet.of(TimerKind.CALL_DUE), current));
            reminders.meanings(of(EnumSet.of(TimerKind.DISPOSITION), current));
            reminders.nextSteps(of(EnumSet.of(TimerKind.NEXT_STEP), current));
            reminders.nextStepsToManagers(of(EnumSet.of(TimerKind.NEXT_STEP_ESCALATION), current));
            reminders.returns(of(EnumSet.of(TimerKind.RETURN), current));
        }
        fired.increment(current.size());
        stale.increment(due.size() - current.size());
    }

    private List<FollowUp> of(Set<TimerKind> kinds, List<DueTimer> timers) {
        return timers.stream()
                .filter(timer -> kinds.contains(timer.kind()))
                .map(timer ->
                        new FollowUp(timer.ref(), timer.version(), timer.attempt(), chain.endsAt(timer.attempt())))
                .toList();
    }

    private static Duration untilNextDue(Handle handle, Instant now) {
        return handle.createQuery("SELECT min(due_at) AS next FROM timer WHERE NOT EXISTS"
                        + " (SELECT 1 FROM open_suggestion s WHERE s.outreach_id = timer.outreach_id)")
                .map((row, ctx) -> {
                    Instant next = Rows.optionalInstant(row, "next");
                    // A row that is due but was not claimed is held by another replica, or the clock is held: no hurry.
                    return next == null || !next.isAfter(now) ? Duration.ofSeconds(1) : Duration.between(now, next);
                })
                .one();
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
}
