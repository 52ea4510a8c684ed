package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tightrope.local.Patience;
import dev.tightrope.local.Rest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Clients repeat themselves and change their minds: one attempt means one mail, an undone one none. */
class CallAttemptEndToEndIT {

    @Test
    void the_same_attempt_sent_again_and_again_leads_to_one_mail() {
        Scene scene = Scene.create();
        String id = scene.readyToCall("PT8S");
        String key = UUID.randomUUID().toString();
        List<CompletableFuture<Rest.Answer>> impatient = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> scene.steps.call(id, "VOICEMAIL_LEFT", key).ok()))
                .limit(4)
                .toList();
        Rest.Answer repeated = scene.steps.call(id, "VOICEMAIL_LEFT", key).ok();
        assertThat(impatient)
                .allSatisfy(answer -> assertThat(answer.join().text("id")).isEqualTo(repeated.text("id")));
        assertThat(scene.steps
                        .call(id, "VOICEMAIL_LEFT", UUID.randomUUID().toString())
                        .status())
                .as("a second attempt after the voicemail")
                .isEqualTo(409);

        scene.awaitMails(1);
        scene.steps.awaitState(id, "FOLLOW_UP_DUE");

        assertThat(scene.mails()).hasSize(1);
    }

    @Test
    void an_undone_attempt_leads_to_no_mail_and_the_call_is_open_again() {
        Scene scene = Scene.create();
        String id = scene.readyToCall(Scene.LONG);
        String attempt = scene.leaveVoicemail(id);
        Rest.Answer undone =
                scene.rest.post("/call-attempts/" + attempt + "/undo", null).ok();
        scene.steps.awaitCallTask(id);
        String rep = undone.text("recordedBy");
        assertThat(undone.text("undoneBy")).isEqualTo(rep);
        JsonNode history = Patience.until(
                "the undone attempt in the history",
                Duration.ofSeconds(60),
                () -> scene.rest
                        .get("/outreaches/" + id + "/history?limit=200")
                        .ok()
                        .body()
                        .path("data"),
                entries -> triggers(entries).contains("CALL_ATTEMPT_UNDONE"));
        assertThat(triggers(history)).contains("HOMEWORK_COMPLETED", "SCRIPT_APPROVED", "VOICEMAIL_LEFT");
        assertThat(history)
                .allSatisfy(entry -> assertThat(entry.path("actorId").asText())
                        .as(entry.toString())
                        .isEqualTo(rep));

        Scene.letALaterMailPass();
        assertThat(scene.mails()).isEmpty();

        scene.leaveVoicemail(id);
        assertThat(scene.awaitMails(1)).hasSize(1);
    }

    private static List<String> triggers(JsonNode history) {
        return history.findValuesAsText("trigger");
    }
}
