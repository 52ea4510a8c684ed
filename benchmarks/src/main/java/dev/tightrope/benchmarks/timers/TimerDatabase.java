package dev.tightrope.benchmarks.timers;

import dev.tightrope.embedded.EmbeddedPostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * One server with one database, in it a schema for each number of pending timers: they take turns as {@code public}, so that
 * the sizes are measured by turns and not one after the other, on a machine that is never twice the same.
 */
final class TimerDatabase implements AutoCloseable {
    static final String NAME = "scheduler";

    /** As a server of its own would have; and durable, as {@link EmbeddedPostgresServer} always is. */
    private static final Map<String, String> SETTINGS =
            Map.of("shared_buffers", "2GB", "max_wal_size", "16GB", "checkpoint_timeout", "30min");

    private static final String PEOPLE = """
            INSERT INTO person (id, name, email, zone, language, manager, updated_at)
            SELECT md5('rep' || n)::uuid, 'Rep ' || n, 'rep' || n || '@seller.example',
                (ARRAY['Europe/Stockholm', 'Europe/Berlin', 'Europe/Paris', 'Europe/Madrid', 'Europe/London'])[n % 5 + 1],
                'en', false, now()
            FROM generate_series(1, 2000) n
            """;
    private static final String OUTREACHES = """
            INSERT INTO outreach (id, round, prospect_id, owner_id, state, state_since, open_since, state_version,
                wait_number, wait_from, wait_length, wait_until, wait_ended)
            SELECT uuidv7(), 1, uuidv7(), md5('rep' || n %% 2000 + 1)::uuid, 'AWAITING_RESPONSE', now(), now(), 1, 1,
                now() - interval '21 days', 'P21D', now(), false
            FROM generate_series(1, %d) n
            """;
    // Due ones lie scattered among the others, in no order: each on a page of its own where there are many.
    private static final String TIMERS = """
            INSERT INTO timer (id, outreach_id, kind, round, version, due_at)
            SELECT uuidv7(), id, 'WAIT', 1, 1,
                CASE WHEN (row_number() OVER ()) * %1$d / %2$d > (row_number() OVER () - 1) * %1$d / %2$d
                    THEN now() - random() * interval '1 hour' ELSE now() + interval '1 day' + random() * interval '20 days' END
            FROM outreach
            """;

    private final EmbeddedPostgresServer server;
    private String current = "first";

    private TimerDatabase(EmbeddedPostgresServer server) {
        this.server = server;
    }

    static TimerDatabase start() {
        EmbeddedPostgresServer server = EmbeddedPostgresServer.start(SETTINGS);
        server.createDatabase(NAME);
        return new TimerDatabase(server);
    }

    /** The server's first process, parent of all sessions. */
    ProcessHandle postmaster() throws SQLException {
        try (Connection connection = server.connect(NAME);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT pg_backend_pid()")) {
            rows.next();
            return ProcessHandle.of(rows.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
        }
    }

    EmbeddedPostgresServer server() {
        return server;
    }

    /** Makes a schema with the service's own migrations, timers that wait and others that are due. */
    void fill(String schema, long pending, long due) throws SQLException {
        String url = server.jdbcUrl(NAME) + "?currentSchema=" + schema;
        Flyway.configure()
                .dataSource(url, server.user(), server.password())
                .schemas(schema)
                .locations("classpath:db/messaging", "classpath:db/api", "classpath:db/migration")
                .load()
                .migrate();
        execute(
                "SET search_path = " + schema,
                PEOPLE,
                OUTREACHES.formatted(pending + due),
                TIMERS.formatted(due, pending + due));
        analyze(schema);
    }

    /** What autovacuum does in time, at once: the planner knows the tables, and pages are as they are in the long run. */
    private void analyze(String schema) throws SQLException {
        for (String table : new String[] {
            "person", "outreach", "timer", "timer_history", "reminder", "outbox_event", "outbox_sequence"
        }) {
            execute("VACUUM ANALYZE " + schema + "." + table);
        }
        execute("CHECKPOINT");
    }

    /** Lets the service and its rivals see this schema. */
    void use(String schema) throws SQLException {
        if (!schema.equals(current)) {
            execute(
                    "BEGIN",
                    "ALTER SCHEMA public RENAME TO " + current,
                    "ALTER SCHEMA " + schema + " RENAME TO public",
                    "COMMIT");
            current = schema;
        }
    }

    /** What firing leaves behind: rows in the history, the outbox and the queue of reminders, and the timers that follow. */
    Effects effects() throws SQLException {
        return new Effects(
                number("SELECT count(*) FROM timer_history WHERE ended_as = 'FIRED'"),
                number("SELECT count(*) FROM outbox_event"),
                number("SELECT count(*) FROM reminder"),
                number("SELECT count(*) FROM timer WHERE kind = 'FOLLOW_UP'"));
    }

    long number(String query) throws SQLException {
        try (Connection connection = server.connect(NAME);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = server.connect(NAME);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** Throws all away; an orderly stop would first write gigabytes out, and be given up. */
    @Override
    public void close() {
        server.kill();
        server.close();
    }

    /** Rows there are. */
    record Effects(long history, long outbox, long reminders, long nextTimers) {
        Effects since(Effects before) {
            return new Effects(
                    history - before.history,
                    outbox - before.outbox,
                    reminders - before.reminders,
                    nextTimers - before.nextTimers);
        }
    }
}
