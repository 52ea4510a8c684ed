package dev.tightrope.outreach.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.tightrope.outreach.outreach.Scene.Stage;
import dev.tightrope.testing.User;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * What an outreach rests on changes in the very moment it opens: after its conditions were looked at, before it is
 * there to be found. One of them waits for the other, so that it is found all the same.
 */
@QuarkusTest
class OpeningLocksIT {
    @Inject
    Scene scene;

    @Inject
    OutreachStore store;

    @Inject
    Jdbi jdbi;

    private final User rep = User.rep("Rita Rep");

    @Test
    void anExecutiveCorrectedMeanwhileIsCorrectedForTheOutreachToo() {
        Stage stage = scene.stage();
        Map<String, Object> corrected = new HashMap<>();
        corrected.put("prospectId", stage.prospectId());
        corrected.put("name", "Eva Ek");
        corrected.put("email", "eva@" + stage.domain());
        corrected.put("phone", stage.phone());

        UUID id = whileOpening(
                stage,
                () -> rep.sends(corrected)
                        .header("If-Match", "*")
                        .put("/api/v1/executives/" + stage.executiveId())
                        .statusCode());

        Scene.get(rep, "/outreaches/" + id + "/history")
                .body("data.findAll { it.trigger == 'ADDRESS_CORRECTED' && it.applied }", hasSize(1));
    }

    @Test
    void aPermissionWithdrawnMeanwhileStopsTheOutreach() {
        Stage stage = scene.stage();

        UUID id = whileOpening(stage, () -> withdraw(stage.storyId()));

        Scene.get(rep, "/outreaches/" + id)
                .body("state", equalTo("NEEDS_ATTENTION"))
                .body("attention.reason", equalTo("PERMISSION_ENDED"));
    }

    @Test
    void aSuppressionRecordedMeanwhileClosesTheOutreach() {
        Stage stage = scene.stage();

        UUID id = whileOpening(
                stage,
                () -> rep.sends(Map.of(
                                "kind", "EMAIL", "value", stage.email(), "reason", "asked us", "source", "a call"))
                        .post("/api/v1/suppressions")
                        .statusCode());

        Scene.get(rep, "/outreaches/" + id).body("state", equalTo("CLOSED")).body("outcome", equalTo("OPTED_OUT"));
    }

    @Test
    void aPermissionWithdrawnJustWhenANextRoundTakesTheStoryUpStopsThatRound() {
        Stage stage = scene.stage();
        UUID id = scene.waiting(rep, stage);
        scene.followUpDue(id);
        UUID other = scene.story("Another rival");

        CompletableFuture<List<Integer>> both = QuarkusTransaction.requiringNew()
                .call(() -> {
                    store.lock(id);
                    return together(
                            () -> Scene.post(rep, "/outreaches/" + id + "/rounds", Map.of("storyId", other))
                                    .extract()
                                    .statusCode(),
                            () -> withdraw(other));
                });

        assertThat(both.orTimeout(60, TimeUnit.SECONDS).join()).containsExactly(200, 200);
        Scene.get(rep, "/outreaches/" + id)
                .body("round", equalTo(2))
                .body("state", equalTo("NEEDS_ATTENTION"))
                .body("attention.reason", equalTo("PERMISSION_ENDED"));
    }

    /** The opening has looked at everything and waits for the keys of the hold when the other thing is done. */
    private UUID whileOpening(Stage stage, Supplier<Integer> other) {
        CompletableFuture<List<Integer>> both = QuarkusTransaction.requiringNew()
                .call(() -> {
                    jdbi.useHandle(handle -> handle.createQuery(
                                    "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:key, 41))) l")
                            .bind("key", "prospect:" + stage.prospectId())
                            .mapTo(Integer.class)
                            .one());
                    return together(
                            () -> Scene.post(rep, "/outreaches", stage.opening())
                                    .extract()
                                    .statusCode(),
                            other);
                });
        List<Integer> statuses = both.orTimeout(60, TimeUnit.SECONDS).join();
        assertThat(statuses.get(0)).isEqualTo(201);
        assertThat(statuses.get(1)).isIn(200, 201);
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM outreach WHERE prospect_id = :prospect")
                .bind("prospect", stage.prospectId())
                .mapTo(UUID.class)
                .one());
    }

    /** Both come to where they wait; the second one goes through at once if nothing makes it wait. */
    private CompletableFuture<List<Integer>> together(Supplier<Integer> first, Supplier<Integer> second) {
        CompletableFuture<Integer> one = CompletableFuture.supplyAsync(first);
        await().atMost(Duration.ofSeconds(60)).until(() -> waiting() == 1);
        CompletableFuture<Integer> other = CompletableFuture.supplyAsync(second);
        await().atMost(Duration.ofSeconds(60)).until(() -> other.isDone() || waiting() == 2);
        return one.thenCombine(other, List::of);
    }

    private int withdraw(UUID story) {
        return Scene.post(rep, "/success-stories/" + story + "/permission-withdrawal", Map.of("reason", "bought"))
                .extract()
                .statusCode();
    }

    private int waiting() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """).mapTo(Integer.class).one());
    }
}
