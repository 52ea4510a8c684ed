package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The broker is away: commands go on being accepted, and what they promised happens when it returns. */
@Isolated
class BrokerDownEndToEndIT {

    private final Scene scene = Scene.create();

    @AfterEach
    void the_broker_runs_again() {
        if (!scene.stack.kafka().isRunning()) {
            scene.stack.kafka().restart();
        }
    }

    @Test
    void a_voicemail_recorded_while_the_broker_is_down_for_a_minute_leads_to_its_mail_when_it_returns() {
        String id = scene.readyToCall("PT8S");
        scene.stack.kafka().kill();

        scene.leaveVoicemail(id);
        // Every service goes on taking commands: another company is opened and its e-mail approved meanwhile.
        Scene meanwhile = Scene.create();
        String other = meanwhile.open(Scene.LONG);
        meanwhile.steps.approveEmail(other);
        await().during(Duration.ofSeconds(60))
                .atMost(Duration.ofSeconds(70))
                .untilAsserted(() -> assertThat(scene.mails()).isEmpty());
        scene.stack.kafka().restart();

        scene.awaitMails(1);
        scene.steps.awaitState(id, "FOLLOW_UP_DUE");
        assertThat(scene.mails()).hasSize(1);
        meanwhile.steps.completeHomework(other, "unplanned stops cost you every winter");
        meanwhile.steps.approveScript(other);
        meanwhile.steps.awaitCallTask(other);
    }
}
