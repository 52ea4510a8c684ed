package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tightrope.embedded.AcceptedMail;
import dev.tightrope.local.Rest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The executive answers the call and points to somebody else. */
class TalkToMyAssistantEndToEndIT {

    private final Scene scene = Scene.create();

    @Test
    void the_mail_goes_to_the_executive_and_the_assistant_is_the_next_step() {
        String id = scene.readyToCall(Scene.LONG);
        Rest.Answer email = scene.rest.get("/outreaches/" + id + "/email").ok();
        Rest.Answer nobody = referred(id, "{}");
        assertThat(nobody.status()).isEqualTo(400);
        assertThat(nobody.body().at("/errors/0/pointer").asText()).isEqualTo("/referredTo/name");

        referred(id, """
                {"name":"Lena Dahl","role":"Assistant to the CEO","phone":"+46 8 555 12 34"}""").ok();

        AcceptedMail mail = scene.awaitMails(1).get(0);
        assertThat(mail.subject()).isEqualTo(email.text("subject"));
        JsonNode outreach = scene.steps.awaitState(id, "ENGAGED");
        assertThat(outreach.at("/nextStep/contactName").asText()).isEqualTo("Lena Dahl");
        assertThat(outreach.at("/nextStep/nextStep").asText()).contains("Lena Dahl");
        JsonNode contacts = scene.rest
                .get("/contacts?prospectId=" + scene.prospect)
                .ok()
                .body()
                .path("data");
        assertThat(contacts).hasSize(1);
        assertThat(contacts.at("/0/name").asText()).isEqualTo("Lena Dahl");
        assertThat(contacts.at("/0/role").asText()).isEqualTo("Assistant to the CEO");
        assertThat(contacts.at("/0/phone").asText()).isEqualTo("+4685551234");
        assertThat(contacts.at("/0/appeared").asText()).isEqualTo("REFERRED");
        assertThat(mailsToTheCompany()).as("one mail, to the executive alone").containsExactly(scene.executiveEmail);

        scene.reply("lena.dahl", "Erik asked me to find a day for you. Would Thursday at ten do?");

        scene.steps.awaitState(id, "RESPONDED");
        assertThat(scene.awaitNotices(1)).isNotEmpty();
    }

    private Rest.Answer referred(String id, String to) {
        return scene.rest.post(
                "/call-attempts",
                "{\"outreachId\":\"%s\",\"outcome\":\"REFERRED\",\"referredTo\":%s}".formatted(id, to));
    }

    private List<String> mailsToTheCompany() {
        return scene.stack.mail().accepted().stream()
                .map(AcceptedMail::recipient)
                .filter(recipient -> recipient.endsWith("@" + scene.domain))
                .toList();
    }
}
