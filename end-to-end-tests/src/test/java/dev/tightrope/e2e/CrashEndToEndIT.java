package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.local.Patience;
import dev.tightrope.local.Service;
import dev.tightrope.local.Steps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Processes are killed between the voicemail and the mail: the promise is kept, once. */
@Isolated
class CrashEndToEndIT {

    private final Scene scene = Scene.create();

    @AfterEach
    void everything_runs_again() {
        for (Service service : Service.values()) {
            if (scene.stack.service(service).pid() < 0) {
                scene.stack.service(service).restart();
            }
        }
    }

    @Test
    void outreach_service_killed_between_voicemail_and_mail_sends_it_once_after_its_restart() {
        String id = scene.readyToCall("PT8S");
        String attempt = scene.leaveVoicemail(id);
        scene.stack.service(Service.OUTREACH).kill();
        // The undo window ends while outreach-service is dead: the release waits for it in the broker.
        Patience.until(
                "the release of the attempt",
                Steps.TRAVEL,
                () -> scene.rest.get("/call-attempts/" + attempt).ok().text("status"),
                "RELEASED"::equals);
        assertThat(scene.mails()).isEmpty();

        scene.stack.service(Service.OUTREACH).restart();

        scene.awaitMails(1);
        scene.steps.awaitState(id, "FOLLOW_UP_DUE");
        assertThat(scene.mails()).hasSize(1);
    }

    @Test
    void voicemail_service_killed_inside_the_undo_window_releases_the_mail_once_after_its_restart() {
        String id = scene.readyToCall("PT8S");
        scene.leaveVoicemail(id);
        scene.stack.service(Service.VOICEMAIL).kill();
        assertThat(scene.mails()).isEmpty();

        scene.stack.service(Service.VOICEMAIL).restart();

        scene.awaitMails(1);
        scene.steps.awaitState(id, "FOLLOW_UP_DUE");
        assertThat(scene.mails()).hasSize(1);
    }
}
