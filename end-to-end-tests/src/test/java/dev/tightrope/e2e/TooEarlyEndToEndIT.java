package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.local.Patience;
import dev.tightrope.local.Rest;
import dev.tightrope.local.Steps;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One step too early: the call before the e-mail is approved, the mail before the voicemail. */
class TooEarlyEndToEndIT {

    private final Scene scene = Scene.create();

    @Test
    void a_call_before_the_email_is_approved_is_refused_and_says_what_comes_first() {
        String id = scene.open(Scene.LONG);
        Rest.Answer refused = Patience.until(
                "voicemail-service to know the outreach",
                Steps.TRAVEL,
                () -> scene.steps.call(id, "VOICEMAIL_LEFT", UUID.randomUUID().toString()),
                answer -> answer.status() != 404);
        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(409);
        assertThat(refused.text("detail")).containsIgnoringCase("e-mail");
        assertThat(scene.steps.state(id)).isEqualTo("PREPARING_EMAIL");
    }

    @Test
    void nothing_a_client_can_send_makes_the_mail_go_before_the_voicemail() {
        Scene own = Scene.create();
        String id = own.readyToCall(Scene.LONG);
        String path = "/outreaches/" + id;
        for (String command :
                new String[] {"/email/sending", "/email/release", "/email/delivery", "/sending", "/delivery", "/state"
                }) {
            assertThat(own.rest.post(path + command, "{}").status()).as(command).isIn(404, 405);
        }
        String etag = own.rest.get(path).etag();
        assertThat(own.rest
                        .call(
                                "PUT",
                                path,
                                "{\"state\":\"SENDING_EMAIL\"}",
                                java.util.Map.of("If-Match", String.valueOf(etag)))
                        .status())
                .isBetween(400, 499);
        assertThat(own.rest
                        .update("POST", path + "/email/approval", path + "/email", null)
                        .status())
                .as("a second approval of the same e-mail")
                .isEqualTo(409);

        Scene.letALaterMailPass();

        assertThat(own.mails()).isEmpty();
        assertThat(own.steps.state(id)).isEqualTo("READY_TO_CALL");
    }
}
