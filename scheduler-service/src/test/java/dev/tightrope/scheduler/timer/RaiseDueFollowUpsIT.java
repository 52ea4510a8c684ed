package dev.tightrope.scheduler.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tightrope.events.EventType;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.scheduler.Story;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RaiseDueFollowUpsIT {
    @Inject
    RaiseDueFollowUps raise;

    @Inject
    Story story;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void nothingIsLeft() {
        story.forget();
    }

    @Test
    void threeReplicasRaiseTenThousandFollowUpsOnceEach() throws Exception {
        setTimers(10_000, "clock_timestamp() - random() * interval '1 hour'");

        inParallel(3, this::raiseAll);

        assertRaisedOnceEach(10_000);
    }

    @Test
    void aReplicaThatDiesBetweenClaimAndCommitLosesNothing() {
        setTimers(10, "clock_timestamp() - interval '1 second'");

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    raise.runOnce();
                    assertThat(story.count("SELECT count(*) FROM timer WHERE kind = 'WAIT'"))
                            .isZero();
                    jdbi.useHandle(handle -> handle.execute("SELECT pg_terminate_backend(pg_backend_pid())"));
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(story.count("SELECT count(*) FROM timer WHERE kind = 'WAIT'"))
                .isEqualTo(10);
        assertThat(story.count("SELECT count(*) FROM reminder")).isZero();
        raiseAll();
        assertRaisedOnceEach(10);
    }

    @Test
    void aTimerOfAnEarlierWaitIsStaleAndTellsNobody() {
        setTimers(1, "clock_timestamp() - interval '1 second'");
        jdbi.useHandle(handle -> handle.execute("UPDATE outreach SET wait_number = 2"));

        raiseAll();

        assertNothingRaised();
        assertThat(story.text("SELECT ended_as FROM timer_history")).isEqualTo("STALE");
    }

    @Test
    void aTimerWhoseOutreachMovedOnIsStaleAndTellsNobody() {
        setTimers(1, "clock_timestamp() - interval '1 second'");
        jdbi.useHandle(handle -> handle.execute("UPDATE outreach SET state = 'RESPONDED'"));

        raiseAll();

        assertNothingRaised();
        assertThat(story.text("SELECT ended_as FROM timer_history")).isEqualTo("STALE");
    }

    @Test
    void aTimerOfAWaitThatFiredAlreadyIsStaleAndTheOthersFire() {
        setTimers(3, "clock_timestamp() - interval '1 second'");
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO timer_history (id, outreach_id, kind, round, version, due_at, created_at, ended_as)
                SELECT uuidv7(), outreach_id, kind, round, version, due_at, created_at, 'FIRED' FROM timer LIMIT 1
                """));

        raiseAll();

        assertThat(story.count("SELECT count(*) FROM timer WHERE kind = 'WAIT'"))
                .isZero();
        assertThat(story.count("SELECT count(*) FROM timer_history WHERE ended_as = 'FIRED'"))
                .isEqualTo(3);
        assertThat(story.count("SELECT count(*) FROM timer_history WHERE ended_as = 'STALE'"))
                .isEqualTo(1);
        assertThat(story.count("SELECT count(*) FROM reminder")).isEqualTo(2);
    }

    @Test
    void aProfileThatChangesWhileItsTimerFiresSetsNoSecondOne() throws Exception {
        UUID owner = UUID.randomUUID();
        OutreachRef ref = Story.ref(owner, null);
        story.waiting(ref, "Nordfrakt", 1, "P21D");
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> change = QuarkusTransaction.requiringNew().call(() -> {
                raise.runOnce();
                assertThat(story.count("SELECT count(*) FROM timer WHERE kind = 'WAIT'"))
                        .isZero();
                Future<?> started =
                        other.submit(() -> story.profile(owner, "Anna Berg", "anna@seller.example", null, false));
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> story.count("SELECT count(*) FROM pg_stat_activity"
                                        + " WHERE datname = current_database() AND wait_event_type = 'Lock'")
                                > 0);
                return started;
            });
            change.get(60, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }

        assertThat(story.count("SELECT count(*) FROM timer WHERE kind = 'WAIT'"))
                .isZero();
        raiseAll();
        assertThat(story.told(EventType.FOLLOW_UP_DUE, ref.outreachId())).isEqualTo(1);
    }

    @Test
    void whatIsNotDueStaysAndTheNextMomentIsKnown() {
        setTimers(1, "clock_timestamp() + interval '1 hour'");

        assertThat(raise.runOnce()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));

        assertNothingRaised();
        assertThat(story.count("SELECT count(*) FROM timer WHERE kind = 'WAIT'"))
                .isEqualTo(1);
    }

    @Test
    void aFullBatchMeansThereMayBeMore() {
        setTimers(501, "clock_timestamp() - interval '1 second'");

        assertThat(raise.runOnce()).isZero();
        assertThat(raise.runOnce()).isPositive();
        assertRaisedOnceEach(501);
    }

    @Test
    void anAnswerThatComesWhileTimersFireStopsThemOrComesTooLateButNeverHalf() throws Exception {
        UUID owner = UUID.randomUUID();
        List<OutreachRef> refs =
                IntStream.range(0, 200).mapToObj(n -> Story.ref(owner, null)).toList();
        refs.forEach(ref -> story.waiting(ref, "Nordfrakt", 1, "PT1S"));
        assertThat(story.count("SELECT count(*) FROM timer WHERE kind = 'WAIT'"))
                .isEqualTo(200);

        CyclicBarrier together = new CyclicBarrier(3);
        inParallel(3, new Callable<Void>() {
            private boolean answering = true;

            @Override
            public Void call() throws Exception {
                boolean answers;
                synchronized (this) {
                    answers = answering;
                    answering = false;
                }
                together.await();
                if (answers) {
                    refs.forEach(ref -> story.move(ref, "RESPONDED"));
                } else {
                    while (story.count("SELECT count(*) FROM timer WHERE kind = 'WAIT'") > 0) {
                        raise.runOnce();
                    }
                }
                return null;
            }
        });

        for (OutreachRef ref : refs) {
            String ending = story.text(
                    "SELECT ended_as FROM timer_history WHERE kind = 'WAIT' AND outreach_id = ?", ref.outreachId());
            long raised = ending.equals("FIRED") ? 1 : 0;
            assertThat(ending).isIn("FIRED", "PAUSED");
            assertThat(story.told(EventType.FOLLOW_UP_DUE, ref.outreachId())).isEqualTo(raised);
            assertThat(story.count(
                            "SELECT count(*) FROM reminder WHERE kind = 'FOLLOW_UP' AND outreach_id = ?",
                            ref.outreachId()))
                    .isEqualTo(raised);
        }
    }

    private Void raiseAll() {
        while (raise.runOnce().isZero() || story.count("SELECT count(*) FROM timer WHERE due_at < now()") > 0) {
            Thread.onSpinWait();
        }
        return null;
    }

    private void assertRaisedOnceEach(int expected) {
        assertThat(story.count("SELECT count(*) FROM timer WHERE kind = 'WAIT'"))
                .isZero();
        assertThat(story.count("SELECT count(*) FROM timer_history WHERE ended_as = 'FIRED'"))
                .isEqualTo(expected);
        assertThat(story.count("SELECT count(*) FROM reminder WHERE kind = 'FOLLOW_UP'"))
                .isEqualTo(expected);
        assertThat(story.count(
                        "SELECT count(*) FROM outbox_event e JOIN outreach o ON o.id = e.aggregate_id WHERE type = ?",
                        EventType.FOLLOW_UP_DUE.type()))
                .isEqualTo(expected);
        assertThat(story.count(
                        "SELECT count(DISTINCT o.id) FROM outbox_event e JOIN outreach o ON o.id = e.aggregate_id"
                                + " WHERE type = ?",
                        EventType.FOLLOW_UP_DUE.type()))
                .isEqualTo(expected);
    }

    private void assertNothingRaised() {
        assertThat(story.count("SELECT count(*) FROM reminder")).isZero();
        assertThat(story.count(
                        "SELECT count(*) FROM outbox_event e JOIN outreach o ON o.id = e.aggregate_id WHERE type = ?",
                        EventType.FOLLOW_UP_DUE.type()))
                .isZero();
    }

    private void setTimers(int count, String dueAt) {
        story.setTimers(count, dueAt);
    }

    static void inParallel(int threads, Callable<Void> work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Void>> results = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                results.add(executor.submit(work));
            }
            for (Future<Void> result : results) {
                result.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }
}
