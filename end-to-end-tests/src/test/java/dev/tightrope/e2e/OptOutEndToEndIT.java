package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** They ask not to be contacted any more during the wait. */
class OptOutEndToEndIT {

    private final Scene scene = Scene.create();

    @Test
    void an_opt_out_during_the_wait_closes_the_outreach_and_no_reminder_follows() {
        String id = scene.delivered("PT45S");
        scene.reply("ceo", "Please do not contact us any more.");
        assertThat(scene.steps.awaitState(id, "CLOSED").path("outcome").asText())
                .isEqualTo("OPTED_OUT");
        int noticesBefore = scene.awaitNotices(1).size();

        assertThat(statesReached(id)).as("the answer came before the follow-up").doesNotContain("FOLLOW_UP_DUE");

        // A wait that began later ends later; the one that was stopped would have ended before it.
        Scene later = Scene.create();
        String laterId = later.delivered("PT45S");
        later.steps.awaitState(laterId, "FOLLOW_UP_DUE");
        later.awaitNotices(1);

        assertThat(scene.noticesAbout()).hasSize(noticesBefore);
        assertThat(scene.steps.state(id)).isEqualTo("CLOSED");
        assertThat(statesReached(id)).doesNotContain("FOLLOW_UP_DUE");
        assertThat(suppressedAddresses()).contains(scene.executiveEmail);
    }

    private List<String> statesReached(String id) {
        return scene.rest
                .get("/outreaches/" + id + "/history")
                .ok()
                .body()
                .path("data")
                .findValuesAsText("to");
    }

    private List<String> suppressedAddresses() {
        return scene.rest
                .get("/suppressions?value=" + scene.executiveEmail)
                .ok()
                .body()
                .path("data")
                .findValuesAsText("value");
    }
}
