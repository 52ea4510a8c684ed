package dev.tightrope.outreach.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.testing.User;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** Brings an outreach that was just opened into any open state. */
@ApplicationScoped
class InState {
    private final Scene scene;

    InState(Scene scene) {
        this.scene = scene;
    }

    void bring(User rep, UUID id, OutreachState state) {
        switch (state) {
            case PREPARING_EMAIL -> {}
            case PREPARING_SCRIPT -> scene.approveEmail(rep, id);
            case READY_TO_CALL -> scene.readyToCall(rep, id);
            case SENDING_EMAIL -> {
                scene.readyToCall(rep, id);
                scene.voicemail(id);
            }
            case AWAITING_RESPONSE -> scene.wait(rep, id);
            case FOLLOW_UP_DUE -> {
                scene.wait(rep, id);
                scene.followUpDue(id);
            }
            case RESPONDED -> {
                scene.wait(rep, id);
                answered(rep, id);
            }
            case ENGAGED -> {
                scene.wait(rep, id);
                Scene.post(
                                rep,
                                "/outreaches/" + id + "/responses/" + answered(rep, id) + "/disposition",
                                Map.of("meaning", "INTERESTED", "nextStep", "Demo", "nextStepOn", Scene.inWeeks(2)))
                        .statusCode(200);
            }
            case NEEDS_ATTENTION -> {
                scene.wait(rep, id);
                scene.event(id, new OutreachTrigger.HardBounce("any@where.example", "5.1.1", "no such user"));
            }
            case CLOSED -> throw new IllegalArgumentException("CLOSED is not open");
        }
        assertThat(scene.view(id).state()).isEqualTo(state);
    }

    private static String answered(User rep, UUID id) {
        return Scene.post(
                        rep,
                        "/outreaches/" + id + "/responses",
                        Map.of("channel", "PHONE", "from", Map.of("name", "Bo Berg"), "text", "we are interested"))
                .statusCode(201)
                .extract()
                .path("id");
    }
}
