package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tightrope.embedded.AcceptedMail;
import dev.tightrope.local.Rest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** From success story to engagement: the reply comes from another person than the one the mail went to. */
class HappyPathEndToEndIT {

    private final Scene scene = Scene.create();

    @Test
    void a_colleague_of_the_executive_answers_and_the_sales_work_starts() throws Exception {
        String id = scene.open(Scene.LONG);
        Rest.Answer approved = scene.steps.approveEmail(id);
        String subject = approved.text("subject");
        scene.steps.completeHomework(id, "unplanned stops cost you every winter");
        assertThat(scene.steps.approveScript(id).text("text"))
                .containsIgnoringCase("unplanned stops cost you every winter");
        JsonNode script = scene.rest.get("/scripts/" + id).ok().body();
        assertThat(script.path("emailTo").asText()).isEqualTo(scene.executiveEmail);
        assertThat(script.path("emailText").asText()).isEqualTo(approved.text("textBody"));
        scene.steps.awaitCallTask(id);
        assertThat(scene.mails()).as("mails before the voicemail").isEmpty();

        scene.leaveVoicemail(id);

        AcceptedMail mail = scene.awaitMails(1).get(0);
        assertThat(mail.subject()).isEqualTo(subject);
        assertThat(mail.text().replace("\r\n", "\n").strip())
                .isEqualTo(approved.text("textBody").replace("\r\n", "\n").strip());
        assertThat(mail.sender()).as("the envelope's sender").startsWith("reply+");
        assertThat(mail.message().getHeader("From", null))
                .contains(approved.body().at("/from/address").asText());
        assertThat(mail.message().getHeader("Reply-To", null)).contains("+");
        scene.steps.awaitState(id, "AWAITING_RESPONSE");
        JsonNode delivery =
                scene.rest.get("/outreaches/" + id + "/deliveries").ok().body().at("/data/0");
        assertThat(delivery.path("approvedHash").asText())
                .as("the hash of what was sent")
                .isEqualTo(approved.body().at("/approval/hash").asText());
        assertThat(delivery.path("messageId").asText()).isEqualTo(mail.messageId());

        scene.reply("lars.holm", "The CEO passed this on to me. Can we meet next week?");

        scene.steps.awaitState(id, "RESPONDED");
        assertThat(scene.awaitNotices(1)).hasSize(1);
        scene.steps.dispose(
                id,
                "{\"meaning\":\"INTERESTED\",\"nextStep\":\"Visit\",\"nextStepOn\":\""
                        + LocalDate.now().plusDays(7) + "\"}");
        scene.steps.awaitState(id, "ENGAGED");
        assertThat(scene.mails()).as("mails to the executive").hasSize(1);
    }
}
