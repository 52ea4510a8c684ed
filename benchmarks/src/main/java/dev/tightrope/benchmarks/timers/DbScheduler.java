package dev.tightrope.benchmarks.timers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.tightrope.embedded.EmbeddedPostgresServer;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** db-scheduler as it is meant to be used for throughput: lock-and-fetch, and a task that writes one event to the outbox. */
final class DbScheduler implements AutoCloseable {
    private static final int THREADS = 20;
    private static final String SCHEMA = "peer";

    private static final String OUTBOX = """
            WITH numbered AS (
                INSERT INTO outbox_sequence AS s (aggregate_id, last_sequence) VALUES (?, 1)
                ON CONFLICT (aggregate_id) DO UPDATE SET last_sequence = s.last_sequence + 1
                RETURNING aggregate_id, last_sequence)
            INSERT INTO outbox_event (aggregate_id, sequence, topic, type, data)
            SELECT aggregate_id, last_sequence, 'outreach-timers', 'dev.tightrope.scheduler.follow-up-due.v1', ?::json
            FROM numbered
            """;

    private final TimerDatabase database;
    private final AgroalDataSource pool;

    DbScheduler(TimerDatabase database) throws SQLException {
        this.database = database;
        EmbeddedPostgresServer server = database.server();
        database.execute(
                "CREATE SCHEMA " + SCHEMA,
                """
                CREATE TABLE peer.scheduled_tasks (
                    task_name            text        NOT NULL,
                    task_instance        text        NOT NULL,
                    task_data            bytea,
                    execution_time       timestamptz NOT NULL,
                    picked               boolean     NOT NULL,
                    picked_by            text,
                    last_success         timestamptz,
                    last_failure         timestamptz,
                    consecutive_failures int,
                    last_heartbeat       timestamptz,
                    version              bigint      NOT NULL,
                    priority             smallint,
                    PRIMARY KEY (task_name, task_instance))
                """,
                "CREATE INDEX ON peer.scheduled_tasks (execution_time)",
                "CREATE INDEX ON peer.scheduled_tasks (last_heartbeat)");
        AgroalDataSourceConfigurationSupplier settings = new AgroalDataSourceConfigurationSupplier();
        settings.connectionPoolConfiguration()
                .maxSize(THREADS + 5)
                .initialSize(THREADS + 5)
                .connectionFactoryConfiguration()
                .jdbcUrl(server.jdbcUrl(TimerDatabase.NAME) + "?currentSchema=public," + SCHEMA)
                .principal(new NamePrincipal(server.user()))
                .credential(new SimplePassword(server.password()));
        pool = AgroalDataSource.from(settings);
    }

    /** Tasks a second, from the start of the scheduler to the last event in the outbox. */
    double rate(int tasks) throws SQLException, InterruptedException {
        database.execute("""
                INSERT INTO peer.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                SELECT 'follow-up', uuidv7()::text, now() - random() * interval '1 hour', false, 1
                FROM generate_series(1, %d)
                """.formatted(tasks), "ANALYZE peer.scheduled_tasks");
        CountDownLatch left = new CountDownLatch(tasks);
        OneTimeTask<Void> task = Tasks.oneTime("follow-up").execute((instance, context) -> {
            append(UUID.fromString(instance.getId()));
            left.countDown();
        });
        Scheduler scheduler = Scheduler.create(pool, task)
                .threads(THREADS)
                .pollUsingLockAndFetch(1.0, 4.0)
                .pollingInterval(Duration.ofMillis(100))
                .build();
        long begin = System.nanoTime();
        scheduler.start();
        left.await();
        double seconds = (System.nanoTime() - begin) / 1e9;
        scheduler.stop();
        return tasks / seconds;
    }

    private void append(UUID outreach) {
        try (Connection connection = pool.getConnection();
                PreparedStatement insert = connection.prepareStatement(OUTBOX)) {
            insert.setObject(1, outreach);
            insert.setString(2, """
                    {"ref":{"outreachId":"%s","round":1,"prospectId":"%s","ownerId":"%s","teamId":null},\
                    "waitNumber":1,"dueAt":"2026-11-28T08:00:00Z","at":"2026-11-28T08:00:00.123456Z"}""".formatted(outreach, outreach, outreach));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
