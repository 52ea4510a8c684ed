package dev.tightrope.outreach.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.outreach.Scene.Stage;
import dev.tightrope.testing.User;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A permission given until a day ends with that day, although nobody does anything then. */
@QuarkusTest
class EndDuePermissionsIT {
    @Inject
    Scene scene;

    @Inject
    EndDuePermissions endDuePermissions;

    @Inject
    Jdbi jdbi;

    private final User rep = User.rep("Rita Rep");

    @Test
    void aCallIsNotMadeWithAStoryWhoseLastDayIsOver() {
        Stage stage = scene.stage();
        UUID id = scene.opened(rep, stage);
        scene.readyToCall(rep, id);
        lastDay(stage, 0);
        endDuePermissions.runOnce();
        assertThat(scene.view(id).state()).as("its last day").isEqualTo(OutreachState.READY_TO_CALL);

        lastDay(stage, -1);
        endDuePermissions.runOnce();
        endDuePermissions.runOnce();

        Scene.get(rep, "/outreaches/" + id)
                .body("state", equalTo("NEEDS_ATTENTION"))
                .body("attention.reason", equalTo("PERMISSION_ENDED"));
        assertThat(Collections.frequency(scene.published(id), "story-permission-ended"))
                .isEqualTo(1);
        Scene.get(rep, "/outreaches/" + id + "/history?limit=200")
                .body("data.findAll { it.trigger == 'PERMISSION_ENDED' }", hasSize(1))
                .body("data.cause", hasItem(containsString("ended with")));
    }

    @Test
    void duringTheWaitTheRepIsToldAndTheNextRoundNeedsAnotherStory() {
        Stage stage = scene.stage();
        UUID id = scene.waiting(rep, stage);
        lastDay(stage, -1);

        endDuePermissions.runOnce();

        assertThat(scene.view(id).state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
        assertThat(scene.published(id)).endsWith("story-permission-ended");
        scene.followUpDue(id);
        Scene.post(rep, "/outreaches/" + id + "/rounds", Map.of()).statusCode(422);
    }

    @Test
    void onceItHoldsAgainTheNextRoundMayTellTheSameStory() {
        Stage stage = scene.stage();
        UUID ended = scene.waiting(rep, stage);
        lastDay(stage, -1);
        endDuePermissions.runOnce();
        scene.followUpDue(ended);
        Scene.post(rep, "/outreaches/" + ended + "/rounds", Map.of())
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/storyId"))
                .body("errors[0].message", containsString("record a permission or choose another story"));
        Scene.get(rep, "/outreaches/" + ended).body("storyMayBeNamed", equalTo(false));

        permit(stage);

        Scene.get(rep, "/outreaches/" + ended).body("storyMayBeNamed", equalTo(true));
        Scene.post(rep, "/outreaches/" + ended + "/rounds", Map.of())
                .statusCode(200)
                .body("state", equalTo("PREPARING_EMAIL"))
                .body("storyId", equalTo(stage.storyId().toString()));
    }

    @Test
    void aWithdrawnPermissionThatIsGrantedAnewFreesTheStoryToo() {
        Stage stage = scene.stage();
        UUID id = scene.waiting(rep, stage);
        scene.followUpDue(id);
        withdraw(stage);
        Scene.post(rep, "/outreaches/" + id + "/rounds", Map.of()).statusCode(422);

        permit(stage);

        Scene.post(rep, "/outreaches/" + id + "/rounds", Map.of()).statusCode(200);
    }

    @Test
    void aLateAnswerFindsWhatWasRenewedWhileTheOutreachWasClosed() {
        Stage stage = scene.stage();
        UUID id = scene.waiting(rep, stage);
        withdraw(stage);
        scene.followUpDue(id);
        Scene.post(rep, "/outreaches/" + id + "/closure", Map.of("outcome", "NO_RESPONSE"))
                .statusCode(200);

        permit(stage);

        Scene.get(rep, "/outreaches/" + id).body("storyMayBeNamed", equalTo(true));
    }

    @Test
    void aStoryWithdrawnJustWhenItWasTakenUpIsFoundToo() {
        Stage stage = scene.stage();
        UUID id = scene.opened(rep, stage);
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE success_story SET permission_ended_at = now() - interval '1 second' WHERE id = :id")
                .bind("id", stage.storyId())
                .execute());

        endDuePermissions.runOnce();

        assertThat(scene.view(id).state()).isEqualTo(OutreachState.NEEDS_ATTENTION);
    }

    @Test
    void aLateAnswerFindsWhatEndedWhileTheOutreachWasClosed() {
        for (boolean byItsDay : List.of(true, false)) {
            Stage stage = scene.stage();
            UUID id = closedWithoutResponse(stage);
            if (byItsDay) {
                lastDay(stage, -1);
                endDuePermissions.runOnce();
            } else {
                withdraw(stage);
            }
            Scene.get(rep, "/outreaches/" + id).body("storyMayBeNamed", equalTo(false));
            assertThat(scene.published(id)).doesNotContain("story-permission-ended");

            answer(id);

            Scene.get(rep, "/outreaches/" + id)
                    .body("state", equalTo("RESPONDED"))
                    .body("storyMayBeNamed", equalTo(false));
            endDuePermissions.runOnce();
            assertThat(Collections.frequency(scene.published(id), "story-permission-ended"))
                    .isEqualTo(1);
        }
    }

    @Test
    void whatEndsAfterALateAnswerBroughtTheOutreachBackIsToldToo() {
        for (boolean byItsDay : List.of(true, false)) {
            Stage stage = scene.stage();
            UUID id = closedWithoutResponse(stage);
            answer(id);
            assertThat(scene.published(id)).doesNotContain("story-permission-ended");

            if (byItsDay) {
                lastDay(stage, -1);
                endDuePermissions.runOnce();
            } else {
                withdraw(stage);
            }

            assertThat(Collections.frequency(scene.published(id), "story-permission-ended"))
                    .isEqualTo(1);
            Scene.get(rep, "/outreaches/" + id).body("storyMayBeNamed", equalTo(false));
        }
    }

    @Test
    void onTheDayAfterTheLastOneNobodyIsTakenForNamedAlthoughNobodyLookedYet() {
        Stage stage = scene.stage();
        UUID id = scene.waiting(rep, stage);
        lastDay(stage, -1);

        Scene.get(rep, "/outreaches/" + id).body("storyMayBeNamed", equalTo(false));
        Scene.get(rep, "/outreaches?prospectId=" + stage.prospectId()).body("data[0].storyMayBeNamed", equalTo(false));
    }

    private UUID closedWithoutResponse(Stage stage) {
        UUID id = scene.waiting(rep, stage);
        scene.followUpDue(id);
        Scene.post(rep, "/outreaches/" + id + "/closure", Map.of("outcome", "NO_RESPONSE"))
                .statusCode(200);
        return id;
    }

    private void answer(UUID id) {
        Scene.post(
                        rep,
                        "/outreaches/" + id + "/responses",
                        Map.of("channel", "PHONE", "from", Map.of("name", "Bo Berg"), "text", "Call me"))
                .statusCode(201);
    }

    private void permit(Stage stage) {
        Scene.post(
                        rep,
                        "/success-stories/" + stage.storyId() + "/permission",
                        Map.of("kind", "GRANTED_BY", "by", "Their new CEO"))
                .statusCode(200);
    }

    private void withdraw(Stage stage) {
        Scene.post(rep, "/success-stories/" + stage.storyId() + "/permission-withdrawal", Map.of("reason", "bought"))
                .statusCode(200);
    }

    @Test
    void aClosedOutreachIsLeftAlone() {
        Stage stage = scene.stage();
        UUID id = scene.opened(rep, stage);
        Scene.post(rep, "/outreaches/" + id + "/cancellation", Map.of()).statusCode(200);
        lastDay(stage, -1);

        endDuePermissions.runOnce();

        Scene.get(rep, "/outreaches/" + id + "/history?limit=200")
                .body("data.findAll { it.trigger == 'PERMISSION_ENDED' }", hasSize(0));
    }

    @Test
    void whatAnotherReplicaIsAboutToTellHoldsUpNobody() throws Exception {
        Stage first = scene.stage();
        Stage second = scene.stage();
        UUID locked = scene.waiting(rep, first);
        UUID free = scene.waiting(rep, second);
        lastDay(first, -1);
        lastDay(second, -1);

        QuarkusTransaction.requiringNew().run(() -> {
            jdbi.useHandle(handle -> handle.createQuery("SELECT id FROM outreach WHERE id = :id FOR UPDATE")
                    .bind("id", locked)
                    .mapTo(UUID.class)
                    .one());
            CompletableFuture.runAsync(endDuePermissions::runOnce)
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();
        });

        assertThat(scene.published(free)).contains("story-permission-ended");
        assertThat(scene.published(locked)).doesNotContain("story-permission-ended");
        endDuePermissions.runOnce();
        assertThat(scene.published(locked)).contains("story-permission-ended");
    }

    private void lastDay(Stage stage, int daysFromToday) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE success_story
                        SET permission_until = (clock_timestamp() AT TIME ZONE 'UTC')::date + :days
                        WHERE id = :id
                        """)
                .bind("days", daysFromToday)
                .bind("id", stage.storyId())
                .execute());
    }
}
