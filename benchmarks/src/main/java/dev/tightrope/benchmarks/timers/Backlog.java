package dev.tightrope.benchmarks.timers;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A backlog that drains while others come due: how long those wait, and what the heap holds meanwhile. */
final class Backlog {
    private static final int REPORTS = 10;
    private static final double LONGEST_SECONDS = Double.parseDouble(System.getProperty("timers.longest", "5"));
    private static final long GROWTH = 16 << 20;

    // Due a moment from now, as a wait that ends while the backlog drains.
    private static final String COMES_DUE = """
            WITH made AS (
                INSERT INTO outreach (id, round, prospect_id, owner_id, state, state_since, open_since, state_version,
                    wait_number, wait_from, wait_length, wait_until, wait_ended)
                SELECT uuidv7(), 2, uuidv7(), md5('rep' || n)::uuid, 'AWAITING_RESPONSE', now(), now(), 1, 1, now(),
                    'PT1S', now(), false
                FROM generate_series(1, 20) n RETURNING id)
            INSERT INTO timer (id, outreach_id, kind, round, version, due_at)
            SELECT uuidv7(), id, 'WAIT', 2, 1, clock_timestamp() + interval '100 milliseconds' FROM made
            """;

    private final TimerDatabase database;
    private final SchedulerInProcess service;
    private final int batch;

    Backlog(TimerDatabase database, SchedulerInProcess service, int batch) {
        this.database = database;
        this.service = service;
        this.batch = batch;
    }

    boolean drain(int size) throws SQLException {
        database.fill("backlog", 100_000, size);
        database.use("backlog");
        ScheduledExecutorService others = Executors.newSingleThreadScheduledExecutor();
        ScheduledFuture<?> coming = others.scheduleAtFixedRate(this::comeDue, 0, 200, TimeUnit.MILLISECONDS);
        long least = Long.MAX_VALUE;
        long most = 0;
        try {
            for (int report = 1; report <= REPORTS; report++) {
                long begin = System.nanoTime();
                for (int n = 0; n < size / REPORTS / batch; n++) {
                    service.raiseBatch();
                }
                double rate = 1e9 * size / REPORTS / (System.nanoTime() - begin);
                long used = usedHeap();
                least = Math.min(least, used);
                most = Math.max(most, used);
                System.out.printf("backlog, %3d %% drained: %,.0f/s, heap %.1f MB%n", 10 * report, rate, used / 1e6);
            }
        } finally {
            coming.cancel(false);
            others.shutdown();
        }
        while (service.raiseBatch().isZero()
                || database.number("SELECT count(*) FROM timer WHERE kind = 'WAIT' AND round = 2") > 0) {
            // As many as came due meanwhile.
        }
        double longest = database.number("""
                SELECT coalesce((1000 * extract(epoch FROM max(ended_at - due_at)))::bigint, 0)
                FROM timer_history WHERE round = 2 AND ended_as = 'FIRED'
                """) / 1e3;
        long left = database.number("SELECT count(*) FROM timer WHERE due_at < now()");
        System.out.printf(
                "%d of the backlog left; what came due meanwhile (%d) waited %.1f s at most%n",
                left, database.number("SELECT count(*) FROM timer_history WHERE round = 2"), longest);
        return left == 0 && longest <= LONGEST_SECONDS && most - least <= GROWTH;
    }

    private void comeDue() {
        try {
            database.execute(COMES_DUE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
