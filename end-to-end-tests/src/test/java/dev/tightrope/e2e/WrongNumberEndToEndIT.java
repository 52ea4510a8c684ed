package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.local.Patience;
import dev.tightrope.local.Rest;
import dev.tightrope.local.Steps;
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

    @Test
    void found_during_the_wait_it_is_called_in_no_round_before_it_is_corrected() {
        String id = scene.readyToCall("PT5S");
        String attempt = scene.leaveVoicemail(id);
        scene.awaitMails(1);
        scene.steps.awaitState(id, "FOLLOW_UP_DUE");
        scene.rest.post("/call-attempts/" + attempt + "/wrong-number", "{}").ok();
        scene.rest
                .post("/outreaches/" + id + "/rounds", "{\"storyId\":\"" + scene.newStory() + "\"}")
                .ok();
        scene.prepare(id);
        scene.steps.awaitCallTask(id);

        assertThat(scene.taskOf(id).path("status").asText()).isEqualTo("NUMBER_WRONG");
        assertThat(scene.taskOf(id).has("phone")).isFalse();
        Rest.Answer refused = scene.steps.call(id, "VOICEMAIL_LEFT", "again-" + id);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("wrong-number");

        scene.rest
                .post(
                        "/outreaches/" + id + "/executive-correction",
                        "{\"phone\":\"" + phone().replaceFirst("^\\+46701", "+46704") + "\"}")
                .ok();
        Patience.until("the number to call", Steps.TRAVEL, () -> scene.taskOf(id), task -> task.has("phone"));
        scene.leaveVoicemail(id);
        scene.awaitMails(2);
    }

    private void theRightNumberIsCalled(String id) {
        String correction = "/outreaches/" + id + "/executive-correction";
        String wrong = phone();
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

    private String phone() {
        return scene.rest.get("/executives/" + scene.executive).ok().text("phone");
    }
}
