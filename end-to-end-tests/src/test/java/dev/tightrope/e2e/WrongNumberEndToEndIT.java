package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.local.Rest;
import org.junit.jupiter.api.Test;

/** The number is somebody else's: no mail follows from it, and one does after the right one was called. */
class WrongNumberEndToEndIT {

    private final Scene scene = Scene.create();

    @Test
    void found_on_the_phone_the_right_number_is_called_and_the_mail_goes_once() {
        String id = scene.readyToCall(Scene.LONG);
        scene.steps.call(id, "WRONG_NUMBER", "wrong-" + id).ok();

        assertThat(scene.steps
                        .awaitState(id, "NEEDS_ATTENTION")
                        .at("/attention/reason")
                        .asText())
                .isEqualTo("WRONG_NUMBER");
        assertThat(scene.awaitNotices(1)).isNotEmpty();

        theRightNumberIsCalled(id);
    }

    @Test
    void found_after_the_voicemail_its_mail_is_stopped_and_goes_once_to_whom_it_was_promised() {
        String id = scene.readyToCall(Scene.LONG);
        String attempt = scene.leaveVoicemail(id);

        Rest.Answer found = scene.rest
                .post("/call-attempts/" + attempt + "/wrong-number", "{\"notes\":\"A dentist rang back.\"}")
                .ok();

        assertThat(found.text("status")).isEqualTo("VOID");
        assertThat(scene.steps
                        .awaitState(id, "NEEDS_ATTENTION")
                        .at("/attention/reason")
                        .asText())
                .isEqualTo("WRONG_NUMBER");
        Scene.letALaterMailPass();
        assertThat(scene.mails()).as("mails to the executive").isEmpty();

        theRightNumberIsCalled(id);
    }

    private void theRightNumberIsCalled(String id) {
        String correction = "/outreaches/" + id + "/executive-correction";
        String wrong = scene.rest.get("/executives/" + scene.executive).ok().text("phone");
        assertThat(scene.rest.post(correction, "{\"phone\":\"" + wrong + "\"}").status())
                .as("the wrong number again")
                .isEqualTo(422);
        String right = wrong.replaceFirst("^\\+46701", "+46703");
        scene.rest.post(correction, "{\"phone\":\"" + right + "\"}").ok();
        scene.steps.awaitCallTask(id);
        assertThat(scene.taskOf(id).path("phone").asText()).isEqualTo(right);

        scene.leaveVoicemail(id);

        scene.awaitMails(1);
        scene.steps.awaitState(id, "AWAITING_RESPONSE");
        assertThat(scene.mails()).hasSize(1);
    }
}
