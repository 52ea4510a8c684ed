package dev.tightrope.benchmarks.timers;

import dev.tightrope.benchmarks.timers.TimerDatabase.Effects;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Follow-ups raised into the outbox a second by the service itself, beside the same statements driven by pgbench and beside
 * db-scheduler, on one database in one run; how both rate and an empty poll change with the number of pending timers; and
 * how a backlog drains. Ends with 1 where a limit is not kept. README.md names the settings.
 */
public final class TimerRate {
    private static final int BATCH = Integer.getInteger("timers.batch", 500);

    private final int rounds = Integer.getInteger("timers.rounds", 5);
    private final int batches = Integer.getInteger("timers.batches", 20);
    private final int replicas = Integer.getInteger("timers.replicas", 1);
    private final int tasks = Integer.getInteger("timers.tasks", 3_000);
    private final int polls = Integer.getInteger("timers.polls", 300);
    private final int backlog = Integer.getInteger("timers.backlog", 0);

    private final TimerDatabase database;
    private final SchedulerInProcess service;
    private final List<Size> sizes;
    private final Measured dbScheduler;

    private TimerRate(TimerDatabase database, SchedulerInProcess service) throws SQLException {
        this.database = database;
        this.service = service;
        CpuTime cpuTime = new CpuTime(database.postmaster());
        sizes = Arrays.stream(System.getProperty("timers.pending", "10000,100000,1000000")
                        .split(","))
                .map(pending -> Size.of(Long.parseLong(pending), cpuTime))
                .toList();
        dbScheduler = new Measured(cpuTime);
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        boolean kept;
        try (TimerDatabase database = TimerDatabase.start();
                SchedulerInProcess service = SchedulerInProcess.start(database.server(), TimerDatabase.NAME, BATCH)) {
            kept = new TimerRate(database, service).measure();
        }
        System.exit(kept ? 0 : 1);
    }

    private boolean measure() throws Exception {
        // Opens the pool: two threads at once would trip over its loading.
        service.raiseBatch();
        // The first batches of a size warm up.
        long due = (2L * rounds + 1) * batches * BATCH;
        for (Size size : sizes) {
            database.fill(size.schema(), size.pending(), due);
            database.use(size.schema());
            raise();
        }
        try (DbScheduler peer = new DbScheduler(database)) {
            peer.rate(tasks);
            Pgbench rival = new Pgbench(database.server(), BATCH);
            for (int round = 0; round < rounds; round++) {
                for (Size size : sizes) {
                    database.use(size.schema());
                    measure(size, rival);
                }
                dbScheduler.round(tasks, () -> peer.rate(tasks));
            }
        }
        measurePolls();
        boolean kept = new Report(sizes, dbScheduler).print();
        return backlog == 0 ? kept : new Backlog(database, service, BATCH).drain(backlog) && kept;
    }

    private void measure(Size size, Pgbench rival) throws Exception {
        Effects before = database.effects();
        size.ours().round(batches * BATCH, this::raise);
        Effects between = database.effects();
        size.pgbench().round(batches * BATCH, () -> rival.rate(batches, replicas));
        Effects byOurs = between.since(before);
        Effects byRival = database.effects().since(between);
        if (!byOurs.equals(byRival)) {
            throw new IllegalStateException(
                    "follow-ups.pgbench does not do what the service does: " + byRival + ", the service " + byOurs);
        }
    }

    /** Follow-ups a second over all replicas. */
    private double raise() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(replicas);
        try {
            long begin = System.nanoTime();
            List<Future<?>> work = new ArrayList<>();
            for (int replica = 0; replica < replicas; replica++) {
                work.add(threads.submit(() -> {
                    for (int n = 0; n < batches / replicas; n++) {
                        service.raiseBatch();
                    }
                }));
            }
            for (Future<?> each : work) {
                each.get();
            }
            return batches / replicas * replicas * BATCH * 1e9 / (System.nanoTime() - begin);
        } finally {
            threads.shutdown();
        }
    }

    private void measurePolls() throws SQLException {
        for (int round = 0; round < rounds; round++) {
            for (Size size : sizes) {
                database.use(size.schema());
                while (service.raiseBatch().isZero()) {
                    // What was made due and not measured.
                }
                Median inRound = new Median();
                for (int n = 0; n < polls; n++) {
                    long begin = System.nanoTime();
                    service.raiseBatch();
                    inRound.add((System.nanoTime() - begin) / 1e3);
                }
                size.poll().add(inRound.value());
            }
        }
    }
}
