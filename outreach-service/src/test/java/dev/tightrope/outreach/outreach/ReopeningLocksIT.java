package dev.tightrope.outreach.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.tightrope.events.ResponseChannel;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.outreach.Scene.Stage;
import dev.tightrope.testing.User;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A late answer and what happens to the outreach that holds the company by then wait for each other in one order. */
@QuarkusTest
class ReopeningLocksIT {
    @Inject
    Scene scene;

    @Inject
    OutreachMoves moves;

    @Inject
    Responses responses;

    @Inject
    Jdbi jdbi;

    private final User rep = User.rep("Rita Rep");

    @Test
    void theHolderMayEndWhileALateAnswerReopensAnother() {
        Stage stage = scene.stage();
        UUID late = scene.waiting(rep, stage);
        scene.followUpDue(late);
        Scene.post(rep, "/outreaches/" + late + "/closure", Map.of("outcome", "NO_RESPONSE"))
                .statusCode(200);
        UUID holder = scene.opened(User.rep("Carl Colleague"), stage);

        CompletableFuture<Void> answer = QuarkusTransaction.requiringNew().call(() -> {
            moves.event(
                    holder,
                    Actor.system("test"),
                    new OutreachTrigger.NumberCorrected(stage.phone(), false),
                    "a first event");
            CompletableFuture<Void> answering = CompletableFuture.runAsync(() -> answer(late));
            await().atMost(Duration.ofSeconds(60)).until(this::somebodyWaitsForALock);
            moves.event(holder, Actor.system("test"), new OutreachTrigger.Cancelled("no time"), "the holder gives up");
            return answering;
        });

        answer.orTimeout(60, TimeUnit.SECONDS).join();
        assertThat(scene.view(holder).state()).isEqualTo(OutreachState.CLOSED);
        Scene.get(rep, "/outreaches/" + late)
                .body("state", equalTo("RESPONDED"))
                .body("hold.exclusive", equalTo(true));
    }

    private void answer(UUID outreach) {
        ReceivedResponse mail = new ReceivedResponse(
                ResponseChannel.EMAIL, "Bo", null, null, null, "hello", scene.now(), scene.newId(), null);
        QuarkusTransaction.requiringNew().run(() -> responses.receive(outreach, mail));
    }

    private boolean somebodyWaitsForALock() {
        return jdbi.withHandle(
                        handle -> handle.createQuery("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """).mapTo(Integer.class).one())
                > 0;
    }
}
