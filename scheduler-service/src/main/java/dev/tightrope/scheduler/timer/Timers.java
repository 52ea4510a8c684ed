package dev.tightrope.scheduler.timer;

import dev.tightrope.events.OutreachRef;
import dev.tightrope.scheduler.database.AfterCommit;
import dev.tightrope.scheduler.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

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
        boolean changed = jdbi.withHandle(handle -> {
            awaitFiring(handle, ref.outreachId());
            end(handle, ref.outreachId(), EnumSet.of(kind), Ending.REPLACED, version);
            return handle.createUpdate("""
                            INSERT INTO timer (id, outreach_id, kind, round, version, due_at)
                            SELECT :id, :outreach, :kind, :round, :version, :due
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

    /** Ends the timers of these kinds an outreach has. */
    void end(UUID outreachId, Set<TimerKind> kinds, Ending ending) {
        jdbi.useHandle(handle -> end(handle, outreachId, kinds, ending, Integer.MAX_VALUE));
    }

    private static void end(Handle handle, UUID outreachId, Set<TimerKind> kinds, Ending ending, int belowVersion) {
        handle.createUpdate("""
                        WITH ended AS (
                            DELETE FROM timer
                            WHERE outreach_id = :outreach AND kind = ANY (:kinds) AND version < :below RETURNING *)
                        INSERT INTO timer_history (id, outreach_id, kind, round, version, due_at, created_at, ended_as)
                        SELECT id, outreach_id, kind, round, version, due_at, created_at, :ending FROM ended
                        """)
                .bind("outreach", outreachId)
                .bind("kinds", kinds.stream().map(TimerKind::name).toArray(String[]::new))
                .bind("below", belowVersion)
                .bind("ending", ending.name())
                .execute();
    }
}
