package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.embedded.AcceptedMail;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody answers: one reminder, and a second round with another story and approvals of its own. */
class SilentPathEndToEndIT {

    private final Scene scene = Scene.create();

    @Test
    void silence_leads_to_one_reminder_and_on_to_a_second_round() {
        String id = scene.delivered("PT8S");
        scene.steps.awaitState(id, "FOLLOW_UP_DUE");
        assertThat(scene.awaitNotices(1)).hasSize(1);

        scene.rest
                .post("/outreaches/" + id + "/rounds", "{\"storyId\":\"" + scene.newStory() + "\",\"wait\":\"PT8S\"}")
                .ok();
        assertThat(scene.steps.awaitState(id, "PREPARING_EMAIL").path("round").asInt())
                .isEqualTo(2);
        scene.prepare(id);
        assertThat(scene.mails()).as("mails before the second voicemail").hasSize(1);
        scene.leaveVoicemail(id);

        List<AcceptedMail> mails = scene.awaitMails(2);
        assertThat(mails).hasSize(2);
        assertThat(mails.get(1).subject()).isNotEqualTo(mails.get(0).subject());
        assertThat(mails.get(1).messageId()).isNotEqualTo(mails.get(0).messageId());
        scene.steps.awaitState(id, "FOLLOW_UP_DUE");
        assertThat(scene.awaitNotices(2)).hasSize(2);
        Scene.letALaterMailPass();
        assertThat(scene.mails()).as("one mail a round").hasSize(2);
        assertThat(scene.noticesAbout()).as("one reminder a round").hasSize(2);
    }
}
