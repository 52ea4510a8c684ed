package dev.tightrope.scheduler.timer;

import dev.tightrope.scheduler.database.AfterCommit;
import dev.tightrope.scheduler.outreach.CurrentWait;
import dev.tightrope.scheduler.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The timers that are set: at most one wait per outreach. Ended ones move out of the hot table. */
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
     * Sets the timer of a wait. One of an earlier wait is replaced; for the same wait only the due time is moved.
     *
     * @return whether anything changed
     */
    boolean set(CurrentWait wait, Instant dueAt) {
        boolean changed = jdbi.withHandle(handle -> {
            awaitFiring(handle, wait.ref().outreachId());
            end(handle, wait.ref().outreachId(), Ending.REPLACED, wait.number());
            return handle.createUpdate("""
                            INSERT INTO timer (id, outreach_id, kind, round, version, due_at)
                            SELECT :id, :outreach, 'WAIT', :round, :version, :due
                            WHERE NOT EXISTS (SELECT 1 FROM timer_history WHERE outreach_id = :outreach
                                AND kind = 'WAIT' AND version = :version AND ended_as = 'FIRED')
                            ON CONFLICT (outreach_id, kind) DO UPDATE SET due_at = excluded.due_at
                                WHERE timer.version = excluded.version AND timer.due_at <> excluded.due_at
                            """)
                            .bind("id", ids.next())
                            .bind("outreach", wait.ref().outreachId())
                            .bind("round", wait.ref().round())
                            .bind("version", wait.number())
                            .bind("due", dueAt)
                            .execute()
                    == 1;
        });
        if (changed) {
            afterCommit.run(wakeUp::signal);
        }
        return changed;
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

    /** Ends the timer of an outreach, if it has one. */
    void end(UUID outreachId, Ending ending) {
        jdbi.useHandle(handle -> end(handle, outreachId, ending, Integer.MAX_VALUE));
    }

    private static void end(Handle handle, UUID outreachId, Ending ending, int belowVersion) {
        handle.createUpdate("""
                        WITH ended AS (
                            DELETE FROM timer WHERE outreach_id = :outreach AND version < :below RETURNING *)
                        INSERT INTO timer_history (id, outreach_id, kind, round, version, due_at, created_at, ended_as)
                        SELECT id, outreach_id, kind, round, version, due_at, created_at, :ending FROM ended
                        """)
                .bind("outreach", outreachId)
                .bind("below", belowVersion)
                .bind("ending", ending.name())
                .execute();
    }
}
