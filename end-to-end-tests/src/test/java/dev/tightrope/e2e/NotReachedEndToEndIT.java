package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.local.Rest;
import org.junit.jupiter.api.Test;

/** Nobody is reached in as many calls as are planned: the rep decides how to go on. */
class NotReachedEndToEndIT {

    private final Scene scene = Scene.create();

    @Test
    void after_the_last_planned_call_the_rep_is_asked_and_may_call_the_same_number_again() {
        String id = scene.readyToCall(Scene.LONG);
        for (int attempt = 1; attempt <= 3; attempt++) {
            Rest.Answer recorded =
                    scene.steps.call(id, "NO_ANSWER", attempt + "-" + id).ok();
            assertThat(recorded.body().path("lastOfPlan").asBoolean()).isEqualTo(attempt == 3);
        }

        assertThat(scene.steps
                        .awaitState(id, "NEEDS_ATTENTION")
                        .at("/attention/reason")
                        .asText())
                .isEqualTo("NOT_REACHED");
        assertThat(scene.awaitNotices(1)).isNotEmpty();
        assertThat(scene.steps.call(id, "VOICEMAIL_LEFT", "4-" + id).status()).isEqualTo(409);

        String number = scene.rest.get("/executives/" + scene.executive).ok().text("phone");
        scene.rest
                .post(
                        "/outreaches/" + id + "/executive-correction",
                        "{\"phone\":\"" + number + "\",\"rightAfterAll\":true}")
                .ok();
        scene.steps.awaitState(id, "READY_TO_CALL");
        scene.steps.awaitCallTask(id);
        scene.leaveVoicemail(id);

        assertThat(scene.awaitMails(1)).hasSize(1);
    }
}
