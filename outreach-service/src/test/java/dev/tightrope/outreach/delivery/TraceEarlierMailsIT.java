package dev.tightrope.outreach.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.outreach.email.RunningOutreach;
import dev.tightrope.outreach.lifecycle.OutreachState;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Mails from before traces were kept get the very traces they would get today, once, however many replicas do it. */
@QuarkusTest
class TraceEarlierMailsIT {
    private static final int REPLICAS = 4;
    private static final int MANY = 150;

    @Inject
    TraceEarlierMails earlierMails;

    @Inject
    SentMails sentMails;

    @Inject
    Jdbi jdbi;

    record Row(@Nullable String subjectKey, @Nullable String from, int shingles, Set<Long> hashes) {}

    @Test
    void anEarlierMailGetsTheTracesItWouldGetToday() {
        RunningOutreach outreach = waiting();
        UUID id = deliveryOf(outreach);
        Row today = row(id);
        assertThat(today.hashes()).hasSizeGreaterThan(50);
        assertThat(today.subjectKey()).isNotEmpty();
        forget(id);
        assertThat(sentMails.withTextOf(today.hashes()))
                .noneMatch(overlap -> overlap.sent().outreachId().equals(outreach.id()));

        catchUp();

        assertThat(row(id)).isEqualTo(today);
        assertThat(sentMails.withTextOf(today.hashes())).anySatisfy(overlap -> {
            assertThat(overlap.sent().outreachId()).isEqualTo(outreach.id());
            assertThat(overlap.share()).isEqualTo(1);
        });
        assertThat(earlierMails.some()).isZero();
    }

    @Test
    void severalReplicasShareThem() throws Exception {
        UUID one = deliveryOf(waiting());
        Row today = row(one);
        List<UUID> many = copies(one);

        ExecutorService replicas = Executors.newFixedThreadPool(REPLICAS);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int i = 0; i < REPLICAS; i++) {
                work.add(this::catchUp);
            }
            int all = 0;
            for (Future<Integer> done : replicas.invokeAll(work)) {
                all += done.get();
            }
            // The one of the application itself may take a share.
            assertThat(all).isBetween(1, MANY);
        } finally {
            replicas.shutdownNow();
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(many).allSatisfy(id -> assertThat(row(id)).isEqualTo(today)));
    }

    /** Nor does whoever traces them wait for a worker that delivers one. */
    @Test
    void whatAnotherReplicaHasInHandIsPassedOver() {
        UUID id = deliveryOf(waiting());
        Row today = row(id);
        forget(id);

        int meanwhile = QuarkusTransaction.requiringNew().call(() -> {
            jdbi.useHandle(handle -> handle.createQuery("SELECT 1 FROM delivery WHERE id = :id FOR NO KEY UPDATE")
                    .bind("id", id)
                    .mapTo(Integer.class)
                    .one());
            return CompletableFuture.supplyAsync(earlierMails::some)
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
        });

        assertThat(meanwhile).isZero();
        catchUp();
        assertThat(row(id)).isEqualTo(today);
    }

    @Test
    void oneThatCannotBeReadHoldsNothingUpAndIsNotTriedAgain() {
        UUID broken = deliveryOf(waiting());
        UUID next = deliveryOf(waiting());
        Row today = row(next);
        forget(broken);
        forget(next);
        change("rendered = CAST('\\xff' AS bytea)", broken);

        catchUp();

        assertThat(row(broken).shingles()).isZero();
        assertThat(row(broken).subjectKey()).isEmpty();
        assertThat(row(next)).isEqualTo(today);
        assertThat(earlierMails.some()).isZero();
    }

    private int catchUp() {
        int all = 0;
        for (int some = earlierMails.some(); some > 0; some = earlierMails.some()) {
            all += some;
        }
        return all;
    }

    private static RunningOutreach waiting() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        outreach.event(outreach.release());
        await().atMost(Duration.ofSeconds(60)).until(() -> outreach.view().state() == OutreachState.AWAITING_RESPONSE);
        return outreach;
    }

    private UUID deliveryOf(RunningOutreach outreach) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM delivery WHERE outreach_id = :id")
                .bind("id", outreach.id())
                .mapTo(UUID.class)
                .one());
    }

    private Row row(UUID id) {
        return jdbi.withHandle(handle -> {
            Set<Long> hashes = handle.createQuery("SELECT hash FROM delivery_shingle WHERE delivery_id = :id")
                    .bind("id", id)
                    .mapTo(Long.class)
                    .set();
            return handle.createQuery("SELECT subject_key, from_address, shingles FROM delivery WHERE id = :id")
                    .bind("id", id)
                    .map((row, context) -> new Row(
                            row.getString("subject_key"),
                            row.getString("from_address"),
                            row.getInt("shingles"),
                            hashes))
                    .one();
        });
    }

    /** As before the migration that brought traces. */
    private void forget(UUID id) {
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> {
                    handle.execute("DELETE FROM delivery_shingle WHERE delivery_id = ?", id);
                    handle.execute(
                            "UPDATE delivery SET subject_key = NULL, from_address = NULL, shingles = 0 WHERE id = ?",
                            id);
                }));
    }

    private void change(String assignment, UUID id) {
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(
                        handle -> handle.execute("UPDATE delivery SET " + assignment + " WHERE id = ?", id)));
    }

    /** Many earlier mails with the same bytes, of outreaches nobody asks for. */
    private List<UUID> copies(UUID of) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO delivery (id, outreach_id, round, recipient, email_version, approved_hash, sender,
                                              rendered, rendered_hash, message_id, reply_token, state, attempt,
                                              next_attempt_at, give_up_at, released_at, dot_at, settled_at, created_at)
                        SELECT uuidv7(), uuidv7(), round, recipient, email_version, approved_hash, sender, rendered,
                               rendered_hash, message_id || n, reply_token || n, 'SENT', attempt, next_attempt_at,
                               give_up_at, released_at, dot_at, settled_at, created_at
                        FROM delivery, generate_series(1, :many) n WHERE id = :id RETURNING id
                        """)
                        .bind("many", MANY)
                        .bind("id", of)
                        .mapTo(UUID.class)
                        .list()));
    }
}
