package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The answer comes when nobody expects it any more. */
class LateReplyEndToEndIT {

    private final Scene scene = Scene.create();

    @Test
    void a_late_reply_reopens_an_outreach_closed_without_a_response() {
        String id = scene.delivered("PT3S");
        scene.steps.awaitState(id, "FOLLOW_UP_DUE");
        scene.awaitNotices(1);
        scene.rest
                .post("/outreaches/" + id + "/closure", "{\"outcome\":\"NO_RESPONSE\",\"reason\":\"Silence\"}")
                .ok();
        scene.steps.awaitState(id, "CLOSED");

        scene.reply("lars.holm", "Sorry for the late answer: is the offer still good?");

        scene.steps.awaitState(id, "RESPONDED");
        assertThat(scene.awaitNotices(2)).hasSize(2);
    }
}
