package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tightrope.local.Patience;
import dev.tightrope.local.Rest;
import dev.tightrope.local.SampleUser;
import dev.tightrope.local.Steps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody asks to be forgotten after the mail: no service has anything of them, nor the disk. */
class ErasureEndToEndIT {
    private static final String RECORDING = "#!AMR\n" + ("<" + "\0".repeat(31)).repeat(5);
    private static final String NAME = "Ahlgren";

    private final Scene scene = Scene.create();
    private final Rest admin = scene.stack.as(SampleUser.ADMIN);

    @Test
    void everyServiceForgetsAnExecutiveWhoIsErased() {
        String outreach = scene.readyToCall(Scene.LONG);
        String attempt = scene.leaveVoicemail(outreach);
        scene.steps.awaitState(outreach, "AWAITING_RESPONSE");
        List<String> before = recordings();
        scene.rest
                .call("PUT", "/call-attempts/" + attempt + "/recording", RECORDING, Map.of("Content-Type", "audio/amr"))
                .ok();
        assertThat(recordings()).hasSize(before.size() + 1);
        assertThat(script(outreach)).contains(NAME);

        Rest.Answer refused = erase();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().toString()).contains(outreach, "/closure");
        scene.rest
                .post("/outreaches/" + outreach + "/closure", "{\"outcome\":\"CANCELLED\"}")
                .ok();
        assertThat(erase().ok().body().path("outreachIds").toString()).contains(outreach);

        assertThat(scene.rest.get("/executives/" + scene.executive).ok().body().toString())
                .doesNotContain(NAME, scene.executiveEmail);
        assertThat(scene.rest
                        .get("/outreaches/" + outreach + "/email")
                        .ok()
                        .body()
                        .toString())
                .doesNotContain(NAME, scene.executiveEmail);
        Patience.until("the script to be empty", Steps.TRAVEL, () -> script(outreach), text -> !text.contains(NAME));
        JsonNode call = scene.rest.get("/call-attempts/" + attempt).ok().body();
        assertThat(call.path("outcome").asText()).isEqualTo("VOICEMAIL_LEFT");
        assertThat(call.toString()).doesNotContain(NAME, "recordingType", "+46701");
        assertThat(scene.rest.get("/call-attempts/" + attempt + "/recording").status())
                .isEqualTo(404);
        Patience.until("the bytes to be gone", Steps.TRAVEL, this::recordings, before::equals);
    }

    private Rest.Answer erase() {
        return admin.post("/executives/" + scene.executive + "/erasure", "{}");
    }

    private String script(String outreach) {
        return scene.rest.get("/scripts/" + outreach).ok().body().toString();
    }

    private List<String> recordings() {
        Path folder = scene.stack.config().folder().resolve("recordings");
        try (var files = Files.list(folder)) {
            return files.map(Path::toString).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
