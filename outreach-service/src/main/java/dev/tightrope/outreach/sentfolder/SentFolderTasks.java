package dev.tightrope.outreach.sentfolder;

import dev.tightrope.outreach.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What is to be done in Sent folders; times are the database's. */
@ApplicationScoped
class SentFolderTasks {
    private final Jdbi jdbi;
    private final SentFolderSettings settings;

    SentFolderTasks(Jdbi jdbi, SentFolderSettings settings) {
        this.jdbi = jdbi;
        this.settings = settings;
    }

    /** Adds one. Filing is done once; looking for a copy begins anew when the mail went out anew. */
    void add(UUID delivery, SentFolderTask.Kind kind, UUID account, String renderedHash) {
        boolean find = kind == SentFolderTask.Kind.FIND;
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO sent_folder_task (delivery_id, task, account_id, rendered_hash, next_at, give_up_at)
                        VALUES (:delivery, :task, :account, :hash, clock_timestamp() + make_interval(secs => :pause),
                                clock_timestamp() + make_interval(secs => :patience))
                        ON CONFLICT (delivery_id, task) DO UPDATE
                        SET account_id = EXCLUDED.account_id, rendered_hash = EXCLUDED.rendered_hash, state = 'DUE',
                            tries = 0, next_at = EXCLUDED.next_at, give_up_at = EXCLUDED.give_up_at, said = NULL
                        WHERE sent_folder_task.task = 'FIND'
                        """)
                .bind("delivery", delivery)
                .bind("task", kind.name())
                .bind("account", account)
                .bind("hash", renderedHash)
                .bind("pause", find ? seconds(settings.retryFirst()) : 0)
                .bind("patience", seconds(find ? settings.findFor() : settings.appendFor()))
                .execute());
    }

    /** The next one that is due, of an account nobody visits at the moment. */
    @Transactional
    Optional<SentFolderTask> claim() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        WITH next AS MATERIALIZED (
                              SELECT delivery_id, task FROM sent_folder_task d
                              WHERE d.state = 'DUE' AND d.next_at <= clock_timestamp()
                                AND d.lease_until < clock_timestamp()
                                AND NOT EXISTS (SELECT 1 FROM sent_folder_task o
                                                WHERE o.account_id = d.account_id AND o.state = 'DUE'
                                                  AND o.lease_until >= clock_timestamp())
                              ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        UPDATE sent_folder_task t
                        SET lease_until = clock_timestamp() + make_interval(secs => :lease), tries = tries + 1
                        FROM next
                        WHERE t.delivery_id = next.delivery_id AND t.task = next.task
                        RETURNING t.delivery_id, t.task, t.account_id, t.rendered_hash, t.tries
                        """)
                .bind("lease", seconds(settings.lease()))
                .map((row, context) -> new SentFolderTask(
                        Columns.uuid(row, "delivery_id"),
                        SentFolderTask.Kind.valueOf(row.getString("task")),
                        Columns.uuid(row, "account_id"),
                        row.getString("rendered_hash"),
                        row.getInt("tries")))
                .findOne());
    }

    /** Ends one; what was claimed anew since stays with whoever has it. */
    @Transactional
    void done(SentFolderTask task, String said) {
        end(task, "DONE", said);
    }

    /** Ends one that will never come to anything. */
    @Transactional
    void giveUp(SentFolderTask task, String why) {
        end(task, "GIVEN_UP", why);
    }

    private void end(SentFolderTask task, String state, String said) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE sent_folder_task SET state = :state, said = :said,"
                        + " lease_until = '-infinity' WHERE delivery_id = :delivery AND task = :task"
                        + " AND tries = :tries AND state = 'DUE'")
                .bind("state", state)
                .bind("said", said)
                .bind("delivery", task.deliveryId())
                .bind("task", task.kind().name())
                .bind("tries", task.tries())
                .execute());
    }

    /** Puts one off; whether it was given up, because its time is over. */
    @Transactional
    boolean later(SentFolderTask task, Duration pause, String why) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        UPDATE sent_folder_task
                        SET next_at = clock_timestamp() + make_interval(secs => :pause), lease_until = '-infinity',
                            said = :said,
                            state = CASE WHEN clock_timestamp() > give_up_at THEN 'GIVEN_UP' ELSE 'DUE' END
                        WHERE delivery_id = :delivery AND task = :task AND tries = :tries AND state = 'DUE'
                        RETURNING state = 'GIVEN_UP'
                        """)
                .bind("pause", seconds(pause))
                .bind("said", why)
                .bind("delivery", task.deliveryId())
                .bind("task", task.kind().name())
                .bind("tries", task.tries())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
