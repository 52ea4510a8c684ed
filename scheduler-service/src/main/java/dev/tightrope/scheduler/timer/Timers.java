package dev.tightrope.scheduler.timer;

import dev.tightrope.events.OutreachRef;
import dev.tightrope.scheduler.calendar.WorkingDaysAfter;
import dev.tightrope.scheduler.database.AfterCommit;
import dev.tightrope.scheduler.database.Rows;
import dev.tightrope.scheduler.outreach.Task;
import dev.tightrope.scheduler.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The timers that are set: at most one of each kind per outreach. Ended ones move out of the hot table. */
@ApplicationScoped
class Timers {
    private final Jdbi jdbi;
    private final Ids ids;
    private final AfterCommit afterCommit;
    private final TimerWakeUp wakeUp;

    Timers(Jdbi jdbi, Ids ids, AfterCommit afterCommit, TimerWakeUp wakeUp) {
        this.jdbi = jdbi;
        this.ids = ids;
        this.afterCommit = afterCommit;
        this.wakeUp = wakeUp;
    }

    /**
     * Sets a timer. One of an earlier version is replaced; of the same version only the due time is moved, and one that
     * fired is not set again.
     *
     * @return whether anything changed
     */
    boolean set(TimerKind kind, OutreachRef ref, int version, Instant dueAt) {
        return set(kind, ref, version, null, dueAt);
    }

    /** Sets a timer that is due working days after a moment; of the same version it is only moved. */
    boolean set(TimerKind kind, OutreachRef ref, int version, @Nullable WorkingDaysAfter rule, Instant dueAt) {
        boolean changed = jdbi.withHandle(handle -> {
            awaitFiring(handle, ref.outreachId());
            end(handle, ref.outreachId(), EnumSet.of(kind), Ending.REPLACED, version);
            return handle.createUpdate("""
                            INSERT INTO timer (id, outreach_id, kind, round, version, counted_from, working_days, due_at)
                            SELECT :id, :outreach, :kind, :round, :version, :from, :days, :due
                            WHERE NOT EXISTS (SELECT 1 FROM timer_history WHERE outreach_id = :outreach
                                AND kind = :kind AND version = :version AND ended_as = 'FIRED')
                            ON CONFLICT (outreach_id, kind) DO UPDATE SET due_at = excluded.due_at
                                WHERE timer.version = excluded.version AND timer.due_at <> excluded.due_at
                            """)
                            .bind("id", ids.next())
                            .bind("outreach", ref.outreachId())
                            .bind("kind", kind.name())
                            .bind("round", ref.round())
                            .bind("version", version)
                            .bindByType("from", rule == null ? null : rule.from(), Instant.class)
                            .bindByType("days", rule == null ? null : rule.days(), Integer.class)
                            .bind("due", dueAt)
                            .execute()
                    == 1;
        });
        if (changed) {
            afterCommit.run(wakeUp::signal);
        }
        return changed;
    }

    /** Sets the timers that follow those just claimed: nobody else can have, as their rows were held. */
    void setNext(List<NextTimer> next) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO timer (id, outreach_id, kind, round, version, attempt, counted_from, working_days,
                            due_at)
                        SELECT uuidv7(), next.*
                        FROM unnest(:outreaches, :kinds, :rounds, :versions, :attempts,
                            CAST(:froms AS timestamptz[]), :days, CAST(:dues AS timestamptz[])) AS next
                        ON CONFLICT (outreach_id, kind) DO UPDATE SET round = excluded.round,
                            version = excluded.version, attempt = excluded.attempt,
                            counted_from = excluded.counted_from, working_days = excluded.working_days,
                            due_at = excluded.due_at
                            WHERE timer.version < excluded.version
                        """)
                .bind("outreaches", array(next, each -> each.fired().ref().outreachId(), UUID[]::new))
                .bind("kinds", array(next, each -> each.kind().name(), String[]::new))
                .bind("rounds", array(next, each -> each.fired().ref().round(), Integer[]::new))
                .bind("versions", array(next, each -> each.fired().version(), Integer[]::new))
                .bind("attempts", array(next, each -> each.fired().attempt() + 1, Integer[]::new))
                .bind("froms", array(next, each -> each.rule().from().toString(), String[]::new))
                .bind("days", array(next, each -> each.rule().days(), Integer[]::new))
                .bind("dues", array(next, each -> each.dueAt().toString(), String[]::new))
                .execute());
        afterCommit.run(wakeUp::signal);
    }

    /** Sets the next of a follow-up's reminders, unless it is set, or the last one was sent. */
    void resumeFollowUp(Task followUp, int lastAttempt, WorkingDaysAfter rule, Instant dueAt) {
        jdbi.useHandle(handle -> {
            awaitFiring(handle, followUp.ref().outreachId());
            handle.createUpdate("""
                            INSERT INTO timer (id, outreach_id, kind, round, version, attempt, counted_from,
                                working_days, due_at)
                            SELECT :id, :outreach, 'FOLLOW_UP', :round, :version, told.attempt + 1, :from, :days, :due
                            FROM (SELECT coalesce(max(attempt), 0) AS attempt FROM timer_history
                                WHERE outreach_id = :outreach AND kind IN ('WAIT', 'FOLLOW_UP') AND version = :version
                                    AND ended_as = 'FIRED') told
                            WHERE told.attempt < :last
                            ON CONFLICT (outreach_id, kind) DO NOTHING
                            """)
                    .bind("id", ids.next())
                    .bind("outreach", followUp.ref().outreachId())
                    .bind("round", followUp.ref().round())
                    .bind("version", followUp.number())
                    .bind("from", rule.from())
                    .bind("days", rule.days())
                    .bind("due", dueAt)
                    .bind("last", lastAttempt)
                    .execute();
        });
        afterCommit.run(wakeUp::signal);
    }

    /** Moves the next reminder of a task; false if there is none. */
    boolean snooze(TimerKind kind, UUID outreachId, int version, WorkingDaysAfter rule, Instant dueAt) {
        boolean moved = jdbi.withHandle(handle -> {
            awaitFiring(handle, outreachId);
            return handle.createUpdate("""
                            UPDATE timer SET counted_from = :from, working_days = :days, due_at = :due
                            WHERE outreach_id = :outreach AND kind = :kind AND version = :version
                            """)
                            .bind("outreach", outreachId)
                            .bind("kind", kind.name())
                            .bind("version", version)
                            .bind("from", rule.from())
                            .bind("days", rule.days())
                            .bind("due", dueAt)
                            .execute()
                    == 1;
        });
        afterCommit.run(wakeUp::signal);
        return moved;
    }

    /** Reckons the due times of a rep's tasks anew. */
    void moveTasksOf(UUID ownerId, Function<WorkingDaysAfter, Instant> dueAt) {
        moveTasks("o.owner_id", ownerId, dueAt);
    }

    /** Reckons the due times of an outreach's tasks anew. */
    void moveTasks(UUID outreachId, Function<WorkingDaysAfter, Instant> dueAt) {
        moveTasks("o.id", outreachId, dueAt);
    }

    private void moveTasks(String column, UUID of, Function<WorkingDaysAfter, Instant> dueAt) {
        jdbi.useHandle(handle -> {
            String tasks = "SELECT t.id, t.counted_from, t.working_days FROM timer t JOIN outreach o"
                    + " ON o.id = t.outreach_id WHERE " + column + " = :of AND t.counted_from IS NOT NULL";
            // As for one outreach: who fires them right now sets others, which the second look sees.
            handle.createQuery(tasks + " ORDER BY t.id FOR UPDATE OF t")
                    .bind("of", of)
                    .mapToMap()
                    .list();
            Map<UUID, Instant> dues = handle.createQuery(tasks)
                    .bind("of", of)
                    .map((row, ctx) -> Map.entry(
                            Rows.uuid(row, "id"),
                            dueAt.apply(new WorkingDaysAfter(
                                    Rows.instant(row, "counted_from"), row.getInt("working_days")))))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            handle.createUpdate("""
                            UPDATE timer SET due_at = moved.due_at
                            FROM unnest(:ids, CAST(:dues AS timestamptz[])) AS moved (id, due_at)
                            WHERE timer.id = moved.id AND timer.due_at <> moved.due_at
                            """)
                    .bind("ids", dues.keySet().toArray(UUID[]::new))
                    .bind("dues", array(dues.values(), Instant::toString, String[]::new))
                    .execute();
        });
        afterCommit.run(wakeUp::signal);
    }

    /**
     * Waits for whoever fires the timer right now. Statements after this one see that it fired; without it, one that
     * began before would find no timer, and set a second one.
     */
    private static void awaitFiring(Handle handle, UUID outreachId) {
        handle.createQuery("SELECT id FROM timer WHERE outreach_id = :outreach FOR UPDATE")
                .bind("outreach", outreachId)
                .mapTo(UUID.class)
                .list();
    }

    /** Ends the timers of these kinds an outreach has. */
    void end(UUID outreachId, Set<TimerKind> kinds, Ending ending) {
        jdbi.useHandle(handle -> {
            awaitFiring(handle, outreachId);
            end(handle, outreachId, kinds, ending, Integer.MAX_VALUE);
        });
    }

    private static void end(Handle handle, UUID outreachId, Set<TimerKind> kinds, Ending ending, int belowVersion) {
        handle.createUpdate("""
                        WITH ended AS (
                            DELETE FROM timer
                            WHERE outreach_id = :outreach AND kind = ANY (:kinds) AND version < :below RETURNING *)
                        INSERT INTO timer_history (id, outreach_id, kind, round, version, attempt, due_at, created_at,
                            ended_as)
                        SELECT id, outreach_id, kind, round, version, attempt, due_at, created_at, :ending FROM ended
                        """)
                .bind("outreach", outreachId)
                .bind("kinds", kinds.stream().map(TimerKind::name).toArray(String[]::new))
                .bind("below", belowVersion)
                .bind("ending", ending.name())
                .execute();
    }

    private static <T, R> R[] array(Collection<T> rows, Function<T, R> column, IntFunction<R[]> make) {
        return rows.stream().map(column).toArray(make);
    }
}
