package dev.tightrope.scheduler.outreach;

import dev.tightrope.events.OutreachRef;
import dev.tightrope.scheduler.database.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What the outreaches wait for their reps to do. */
@ApplicationScoped
public class Tasks {
    private final Jdbi jdbi;

    Tasks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The outreach has come to a state in which the rep has to act; a call only once it is planned. */
    public Task begin(UUID outreachId, Instant at) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        UPDATE outreach o SET task_number = task_number + 1,
                            task_from = greatest(:at, (SELECT next_call_at FROM outreach_round rd
                                WHERE rd.outreach_id = o.id AND rd.round = o.round AND o.state = 'READY_TO_CALL'))
                        WHERE id = :id RETURNING *
                        """)
                .bind("id", outreachId)
                .bind("at", at)
                .map((row, ctx) -> read(row))
                .one());
    }

    /**
     * Nobody was reached, which is an act of the rep's: what is to be done next is the call after it. Of another service's
     * view of the outreach only the round is taken over, and it may come before the outreach is known to be ready.
     */
    public Optional<Task> callAgain(OutreachRef ref, Instant at) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO outreach_round (outreach_id, round, next_call_at) VALUES (:id, :round, :at)
                            ON CONFLICT (outreach_id, round) DO UPDATE SET next_call_at = excluded.next_call_at
                            """)
                    .bind("id", ref.outreachId())
                    .bind("round", ref.round())
                    .bind("at", at)
                    .execute();
            // Asked in the statement that counts: the move that is told beside this would else be asked about too
            // early.
            return handle.createQuery("""
                            UPDATE outreach SET task_number = task_number + 1, task_from = greatest(task_from, :at)
                            WHERE id = :id AND round = :round AND state = 'READY_TO_CALL' RETURNING *
                            """)
                    .bind("id", ref.outreachId())
                    .bind("round", ref.round())
                    .bind("at", at)
                    .map((row, ctx) -> read(row))
                    .findOne();
        });
    }

    /** The wait whose follow-up is to be done. */
    public Optional<Task> followUp(UUID outreachId, Instant at) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM outreach WHERE id = :id AND state = 'FOLLOW_UP_DUE' AND wait_number > 0")
                .bind("id", outreachId)
                .map((row, ctx) -> new Task(Outreaches.readRef(row), row.getInt("wait_number"), at))
                .findOne());
    }

    private static Task read(ResultSet row) throws SQLException {
        return new Task(Outreaches.readRef(row), row.getInt("task_number"), Rows.instant(row, "task_from"));
    }
}
