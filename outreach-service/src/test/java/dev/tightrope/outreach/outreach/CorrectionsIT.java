package dev.tightrope.outreach.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tightrope.events.WrongNumberFound;
import dev.tightrope.outreach.OutboxContents;
import dev.tightrope.outreach.lifecycle.AttentionReason;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.outreach.Scene.Stage;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is approved for one address, name or role is never sent to another. */
@QuarkusTest
class CorrectionsIT {
    @Inject
    Scene scene;

    @Inject
    OutboxContents outbox;

    @Inject
    Jdbi jdbi;

    private final User rep = User.rep("Rita Rep");
    private Stage stage;
    private UUID id;

    @BeforeEach
    void opened() {
        stage = scene.stage();
        id = scene.opened(rep, stage);
    }

    @Test
    void beneathAnAnswerAnotherAddressVoidsTheApprovals() {
        secondRoundReadyToCall();
        answered();

        post("/executive-correction", Map.of("email", "new@" + stage.domain())).statusCode(200);

        assertThat(scene.view(id).state()).isEqualTo(OutreachState.RESPONDED);
        notFromThem();
        assertThat(scene.view(id).state()).isEqualTo(OutreachState.PREPARING_EMAIL);
        scene.readyToCall(rep, id);
        scene.release(id, scene.voicemail(id));
        assertThat(recipient(2)).isEqualTo("new@" + stage.domain());
    }

    @Test
    void beneathAnAnswerAnotherNameVoidsTheApprovals() {
        secondRoundReadyToCall();
        answered();

        rename("Eva Ekman");

        notFromThem();
        assertThat(scene.view(id).state()).isEqualTo(OutreachState.PREPARING_EMAIL);
    }

    @Test
    void whileTheMailIsOnItsWayTheAddressStaysBeneathAnAnswerToo() {
        secondRoundReadyToCall();
        scene.voicemail(id);
        answered();

        post("/executive-correction", Map.of("email", "new@" + stage.domain()))
                .statusCode(409)
                .body("detail", containsString("wait until it is out"));
    }

    @Test
    void anotherAddressBesideAWrongNumberVoidsTheApprovals() {
        scene.readyToCall(rep, id);
        scene.handle(new WrongNumberFound(scene.ref(id), scene.newId(), stage.phone(), scene.now(), null));

        post("/executive-correction", Map.of("email", "new@" + stage.domain())).statusCode(200);
        post("/executive-correction", Map.of("phone", "+46701739001")).statusCode(200);

        assertThat(scene.view(id).state())
                .as("the e-mail was approved for the old address")
                .isEqualTo(OutreachState.PREPARING_EMAIL);
    }

    @Test
    void theRightNumberIsCalledAfterTheOneThatWasSuppressed() {
        scene.readyToCall(rep, id);
        UUID attempt = scene.voicemail(id);
        scene.release(id, attempt);
        suppressed(stage.phone());
        assertThat(scene.view(id).attention()).isEqualTo(AttentionReason.SUPPRESSED);

        post("/executive-correction", Map.of("phone", "+46701739002")).statusCode(200);

        assertThat(scene.view(id).state()).isEqualTo(OutreachState.READY_TO_CALL);
        assertThat(scene.view(id).voicemailLeft()).as("they may answer it").isTrue();
        assertThat(deliveryState()).isEqualTo("CANCELLED");
        scene.release(id, scene.voicemail(id));
        assertThat(deliveryState()).isEqualTo("QUEUED");
    }

    @Test
    void aNumberThatIsSuppressedTooHelpsNothing() {
        scene.readyToCall(rep, id);
        scene.release(id, scene.voicemail(id));
        suppressed(stage.phone());
        suppressed("+46701739003");

        changeExecutive(Map.of("phone", "+46701739003")).then().statusCode(200);

        assertThat(scene.view(id).attention()).isEqualTo(AttentionReason.SUPPRESSED);
    }

    @Test
    void aRoundWithAnotherStoryIsWrittenForItsRole() {
        UUID other = scene.story("Other rival");
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE success_story SET business_user_role = 'maintenance manager' WHERE id = ?", other));
        scene.wait(rep, id);
        scene.followUpDue(id);

        post("/rounds", Map.of("storyId", other))
                .statusCode(200)
                .body("businessUserRole", equalTo("maintenance manager"));

        email().body("businessUserRole", equalTo("maintenance manager"))
                .body("textBody", containsString("underhållschef"));
    }

    @Test
    void aRoundMayBeWrittenForAnotherRoleAndElseKeepsTheOneItHad() {
        scene.wait(rep, id);
        scene.followUpDue(id);
        post("/rounds", Map.of("businessUserRole", "head of service")).statusCode(200);
        email().body("businessUserRole", equalTo("head of service"));

        scene.wait(rep, id);
        scene.followUpDue(id);
        post("/rounds", Map.of()).statusCode(200);
        email().body("businessUserRole", equalTo("head of service"));
    }

    private void secondRoundReadyToCall() {
        scene.wait(rep, id);
        scene.followUpDue(id);
        post("/rounds", Map.of()).statusCode(200);
        scene.readyToCall(rep, id);
    }

    private void answered() {
        post("/responses", Map.of("channel", "PHONE", "from", Map.of("name", "Bo Berg"), "text", "Her address is new"))
                .statusCode(201);
        assertThat(scene.view(id).state()).isEqualTo(OutreachState.RESPONDED);
    }

    private void notFromThem() {
        String response = rep.calls()
                .get("/api/v1/outreaches/" + id + "/responses")
                .then()
                .extract()
                .path("data[0].id");
        post("/responses/" + response + "/disposition", Map.of("meaning", "NOT_FROM_THEM"))
                .statusCode(200);
    }

    private void suppressed(String phone) {
        Scene.post(
                        rep,
                        "/suppressions",
                        Map.of("kind", "PHONE", "value", phone, "reason", "not mine", "source", "call"))
                .statusCode(201);
    }

    private void rename(String name) {
        changeExecutive(Map.of("name", name)).then().statusCode(200);
    }

    @Test
    void anotherRegionIsToldToThoseWhoReckonWithItsHolidays() {
        changeExecutive(Map.of("zone", "Europe/Berlin", "region", "de-by"))
                .then()
                .statusCode(200)
                .body("region", equalTo("DE-BY"));
        assertThat(outbox.of("dev.tightrope.outreach.executive-corrected.v1", id))
                .last()
                .satisfies(told ->
                        assertThat(told.at("/executive/region").asText()).isEqualTo("DE-BY"));

        int before =
                outbox.of("dev.tightrope.outreach.executive-corrected.v1", id).size();
        changeExecutive(Map.of("region", "DE-BE")).then().statusCode(200);
        assertThat(outbox.of("dev.tightrope.outreach.executive-corrected.v1", id))
                .hasSize(before + 1);
    }

    private Response changeExecutive(Map<String, Object> change) {
        String path = "/api/v1/executives/" + stage.executiveId();
        Response now = rep.calls().get(path);
        Map<String, Object> body = new HashMap<>();
        for (String field :
                new String[] {"prospectId", "name", "title", "email", "phone", "zone", "region", "language"}) {
            body.put(field, now.path(field));
        }
        body.putAll(change);
        return rep.sends(body).header("If-Match", now.header("ETag")).put(path);
    }

    private String recipient(int round) {
        return jdbi.withHandle(
                handle -> handle.select("SELECT recipient FROM delivery WHERE outreach_id = ? AND round = ?", id, round)
                        .mapTo(String.class)
                        .one());
    }

    private String deliveryState() {
        return jdbi.withHandle(handle -> handle.select("SELECT state FROM delivery WHERE outreach_id = ?", id)
                .mapTo(String.class)
                .one());
    }

    private ValidatableResponse email() {
        return rep.calls().get("/api/v1/outreaches/" + id + "/email").then().statusCode(200);
    }

    private ValidatableResponse post(String command, Object body) {
        return Scene.post(rep, "/outreaches/" + id + command, body);
    }
}
