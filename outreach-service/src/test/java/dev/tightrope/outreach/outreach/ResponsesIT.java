package dev.tightrope.outreach.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.events.ResponseChannel;
import dev.tightrope.outreach.OutboxContents;
import dev.tightrope.outreach.lifecycle.ClosureOutcome;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.outreach.Scene.Stage;
import dev.tightrope.testing.User;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers, what they mean, and how an outreach comes back. */
@QuarkusTest
class ResponsesIT {
    private static final Map<String, Object> INTERESTED =
            Map.of("meaning", "INTERESTED", "nextStep", "Demo", "nextStepOn", Scene.inWeeks(4));

    @Inject
    Scene scene;

    @Inject
    Responses responses;

    @Inject
    Jdbi jdbi;

    @Inject
    OutboxContents outbox;

    private final User rep = User.rep("Rita Rep");

    @Test
    void aResponseByPhoneIsRecordedAndItsGiverBecomesAContact() {
        Stage stage = scene.stage();
        UUID id = scene.waiting(rep, stage);

        answered(id, "Bo Berg")
                .statusCode(201)
                .body("fromName", equalTo("Bo Berg"))
                .body("fromExecutive", equalTo(false))
                .body("contactId", notNullValue())
                .body("moved", equalTo(true));

        expect(id, OutreachState.RESPONDED);
        assertThat(scene.published(id)).endsWith("outreach-moved", "response-received");
        Scene.get(rep, "/outreaches/" + id + "/responses").body("data", hasSize(1));
        Scene.get(rep, "/outreaches/" + id)
                .body("next.waitsFor", containsString("what the response means"))
                .body("next.commands.find { it.command == 'disposition' }.possible", equalTo(true));
    }

    @Test
    void whatAnAnswerSeemsToMeanIsSuggestedAndMovesNothing() {
        UUID id = scene.waiting(rep, scene.stage());
        Map<String, Object> from = Map.of("name", "Bo Berg");
        post(
                        id,
                        "/responses",
                        Map.of(
                                "channel",
                                "PHONE",
                                "from",
                                from,
                                "text",
                                "No thanks, not for us. We are not interested."))
                .statusCode(201)
                .body("suggestedDisposition.disposition", equalTo("DECLINED"))
                .body("suggestedDisposition.until", nullValue())
                .body("disposition", nullValue());
        expect(id, OutreachState.RESPONDED);

        post(id, "/responses", Map.of("channel", "PHONE", "from", from, "text", "Thank you."))
                .statusCode(201);
        post(id, "/responses", Map.of("channel", "PHONE", "from", from, "text", "Please call back in 8 weeks."))
                .statusCode(201);
        Scene.get(rep, "/outreaches/" + id + "/responses")
                .body("data[0].suggestedDisposition.evidence", equalTo("No thanks, not for us"))
                .body("data[1].suggestedDisposition", nullValue())
                .body("data[2].suggestedDisposition.disposition", equalTo("LATER"))
                .body("data[2].suggestedDisposition.until", notNullValue());
        expect(id, OutreachState.RESPONDED);
        assertThat(outbox.of("dev.tightrope.outreach.response-received.v1", id))
                .extracting(told ->
                        told.path("suggestedDisposition").path("disposition").asText())
                .containsExactly("DECLINED", "", "LATER");
    }

    @Test
    void theExecutiveIsRecognised() {
        Stage stage = scene.stage();
        UUID id = scene.waiting(rep, stage);
        Map<String, Object> from = Map.of("phone", stage.phone());
        post(id, "/responses", Map.of("channel", "PHONE", "from", from, "text", "call me"))
                .statusCode(201)
                .body("fromExecutive", equalTo(true))
                .body("contactId", nullValue());
    }

    @Test
    void interestEngagesAndAMistakenEngagementGoesBackWithItsTimer() {
        UUID id = scene.waiting(rep, scene.stage());
        String from = Scene.get(rep, "/outreaches/" + id).extract().path("wait.from");
        dispose(id, response(id), Map.of("meaning", "INTERESTED")).statusCode(400);
        dispose(id, onlyResponse(id), Map.of("meaning", "INTERESTED", "nextStep", "Demo", "nextStepOn", "2026-01-15"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/nextStepOn"));
        dispose(id, onlyResponse(id), INTERESTED)
                .statusCode(200)
                .body("state", equalTo("ENGAGED"))
                .body("nextStep.nextStep", equalTo("Demo"))
                .body("nextStep.contactName", equalTo("Bo Berg"));

        post(id, "/engagement-withdrawal", Map.of("reason", "it was about something else"))
                .statusCode(200)
                .body("state", equalTo("AWAITING_RESPONSE"))
                .body("wait.number", equalTo(2))
                .body("wait.from", equalTo(from));
        assertThat(scene.published(id)).endsWith("outreach-moved", "engagement-withdrawn", "wait-started");
    }

    @Test
    void whatWasNotFromThemPutsItBackWhereItWas() {
        UUID id = scene.waiting(rep, scene.stage());
        scene.followUpDue(id);
        dispose(id, response(id), Map.of("meaning", "NOT_FROM_THEM"))
                .statusCode(200)
                .body("state", equalTo("FOLLOW_UP_DUE"))
                .body("wait.number", equalTo(1));
    }

    @Test
    void passedOnKeepsTheChainAndTheWait() {
        Stage stage = scene.stage();
        UUID id = scene.waiting(rep, stage);
        Map<String, Object> meaning = new HashMap<>();
        meaning.put("meaning", "PASSED_ON");
        meaning.put("passedOnTo", Map.of("name", "Sara Sales", "role", "sales manager"));
        dispose(id, response(id), meaning).statusCode(200).body("state", equalTo("AWAITING_RESPONSE"));
        int contacts = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM contact WHERE prospect_id = :p AND appeared = 'FORWARD_CHAIN'")
                .bind("p", stage.prospectId())
                .mapTo(Integer.class)
                .one());
        assertThat(contacts).isEqualTo(1);
    }

    @Test
    void laterWaitsUntilThen() {
        UUID id = scene.waiting(rep, scene.stage());
        UUID response = response(id);
        dispose(id, response, Map.of("meaning", "LATER", "until", "2001-01-01T00:00:00Z"))
                .statusCode(400);
        dispose(id, response, Map.of("meaning", "LATER", "until", Scene.inWeeks(105) + "T08:00:00Z"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/until"));
        dispose(id, response, Map.of("meaning", "LATER", "until", Scene.inWeeks(14) + "T08:00:00Z"))
                .statusCode(200)
                .body("state", equalTo("AWAITING_RESPONSE"))
                .body("wait.until", equalTo(Scene.inWeeks(14) + "T08:00:00Z"));
    }

    @Test
    void aDeclineCloses() {
        UUID id = scene.waiting(rep, scene.stage());
        dispose(id, response(id), Map.of("meaning", "DECLINED", "reason", "no budget"))
                .statusCode(200)
                .body("outcome", equalTo("DECLINED"));
        answered(id, "Bo Berg").statusCode(201);
        expect(id, OutreachState.CLOSED);
    }

    @Test
    void aMeaningIsSaidOnceAndOnlyByThoseWhoMaySeeIt() {
        UUID id = scene.waiting(rep, scene.stage());
        UUID response = response(id);
        Scene.post(User.rep("Carl"), "/outreaches/" + id + "/responses/" + response + "/disposition", INTERESTED)
                .statusCode(404);
        UUID other = scene.waiting(rep, scene.stage());
        response(other);
        dispose(other, response, INTERESTED).statusCode(404);
        dispose(id, response, INTERESTED).statusCode(200);
        dispose(id, response, INTERESTED).statusCode(409).body("code", equalTo("response-disposed"));
        Scene.post(User.rep("Carl"), "/outreaches/" + id + "/responses/" + response + "/disposition", INTERESTED)
                .statusCode(404);
    }

    @Test
    void twoAnswersKeepItRespondedUntilBothHaveAMeaning() {
        UUID id = scene.waiting(rep, scene.stage());
        UUID first = response(id);
        UUID second = UUID.fromString(answered(id, "Eva Ny").extract().path("id"));
        dispose(id, first, Map.of("meaning", "NOT_FROM_THEM")).statusCode(200).body("state", equalTo("RESPONDED"));
        dispose(id, second, Map.of("meaning", "PASSED_ON")).statusCode(200).body("state", equalTo("AWAITING_RESPONSE"));
    }

    @Test
    void aLateAnswerReopensAndTheCompanyIsHeldAgain() {
        Stage stage = scene.stage();
        UUID id = scene.waiting(rep, stage);
        scene.followUpDue(id);
        post(id, "/closure", Map.of("outcome", "NO_RESPONSE")).statusCode(200);

        answered(id, "Bo Berg").statusCode(201);

        Scene.get(rep, "/outreaches/" + id).body("state", equalTo("RESPONDED")).body("hold.exclusive", equalTo(true));
        assertThat(scene.published(id)).contains("outreach-reopened");
        dispose(id, onlyResponse(id), Map.of("meaning", "NOT_FROM_THEM"))
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("outcome", equalTo("NO_RESPONSE"))
                .body("hold", nullValue());
    }

    @ParameterizedTest
    @EnumSource(
            value = ClosureOutcome.class,
            names = {"WON", "LOST", "DECLINED", "OPTED_OUT"})
    void aLateAnswerToWhatStaysClosedIsKeptAndTheRepIsTold(ClosureOutcome outcome) {
        Stage stage = scene.stage();
        UUID id = closedAs(outcome, scene.waiting(rep, stage));
        int before = scene.published(id).size();

        answered(id, "Bo Berg").statusCode(201).body("moved", equalTo(false));
        ReceivedResponse mail = new ReceivedResponse(
                ResponseChannel.EMAIL, "Bo", null, null, null, "one more thing", scene.now(), scene.newId(), null);
        QuarkusTransaction.requiringNew().run(() -> responses.receive(id, mail));

        assertThat(scene.published(id).subList(before, before + 2)).containsOnly("response-received");
        Scene.get(rep, "/outreaches/" + id)
                .body("state", equalTo("CLOSED"))
                .body("outcome", equalTo(outcome.name()))
                .body("hold", nullValue());
        dispose(id, onlyResponse(id), INTERESTED).statusCode(409);
        assertThat(outbox.of("dev.tightrope.outreach.response-received.v1", id))
                .last()
                .satisfies(told -> assertThat(told.path("closedAs").asText()).isEqualTo(outcome.name()));
    }

    private UUID closedAs(ClosureOutcome outcome, UUID id) {
        if (outcome == ClosureOutcome.OPTED_OUT) {
            scene.event(id, new OutreachTrigger.OptOut("asked us to stop"));
            return id;
        }
        UUID response = response(id);
        if (outcome == ClosureOutcome.DECLINED) {
            dispose(id, response, Map.of("meaning", "DECLINED")).statusCode(200);
            return id;
        }
        dispose(id, response, INTERESTED).statusCode(200);
        post(id, "/closure", Map.of("outcome", outcome.name())).statusCode(200);
        return id;
    }

    @Test
    void anAnswerBeforeAnyVoicemailIsRefusedThoughTheOutreachIsClosed() {
        UUID id = scene.opened(rep, scene.stage());
        post(id, "/cancellation", Map.of()).statusCode(200);

        answered(id, "Bo Berg").statusCode(409).body("detail", containsString("before any voicemail"));
    }

    @Test
    void aLateAnswerWhereSomebodyElseHoldsTheCompanyTellsBoth() {
        Stage stage = scene.stage();
        UUID first = scene.waiting(rep, stage);
        scene.followUpDue(first);
        post(first, "/closure", Map.of("outcome", "NO_RESPONSE")).statusCode(200);
        User colleague = User.rep("Carl Colleague");
        UUID second = scene.opened(colleague, stage);

        answered(first, "Bo Berg").statusCode(201);

        Scene.get(rep, "/outreaches/" + first)
                .body("state", equalTo("RESPONDED"))
                .body("hold.contested", equalTo(true));
        assertThat(scene.published(first)).contains("attention-needed");
        assertThat(scene.published(second)).contains("attention-needed");

        Scene.post(colleague, "/outreaches/" + second + "/cancellation", Map.of())
                .statusCode(200);
        Scene.get(rep, "/outreaches/" + first).body("hold.exclusive", equalTo(true));
    }

    @Test
    void aContestedOutreachStartsNoRound() {
        Stage stage = scene.stage();
        UUID first = scene.waiting(rep, stage);
        scene.followUpDue(first);
        post(first, "/closure", Map.of("outcome", "NO_RESPONSE")).statusCode(200);
        scene.opened(User.rep("Carl Colleague"), stage);
        answered(first, "Bo Berg").statusCode(201);
        dispose(first, onlyResponse(first), Map.of("meaning", "PASSED_ON")).statusCode(200);
        scene.followUpDue(first);

        post(first, "/rounds", Map.of())
                .statusCode(409)
                .body("code", equalTo("company-held"))
                .body("heldBy.ownerName", equalTo("Carl Colleague"));
    }

    @Test
    void mailsAreTakenInOnceAndKeptEvenWhereTheyMoveNothing() {
        UUID id = scene.opened(rep, scene.stage());
        UUID message = scene.newId();
        ReceivedResponse mail = new ReceivedResponse(
                ResponseChannel.EMAIL, "Bo", "bo@x.example", null, null, "hello", scene.now(), message, null);
        UUID first = QuarkusTransaction.requiringNew().call(() -> responses.receive(id, mail));
        UUID again = QuarkusTransaction.requiringNew().call(() -> responses.receive(id, mail));

        assertThat(again).isEqualTo(first);
        expect(id, OutreachState.PREPARING_EMAIL);
        Scene.get(rep, "/outreaches/" + id + "/responses")
                .body("data", hasSize(1))
                .body("data.moved", hasItem(false));
    }

    private ValidatableResponse answered(UUID id, String name) {
        return post(
                id,
                "/responses",
                Map.of("channel", "PHONE", "from", Map.of("name", name), "text", "we are interested"));
    }

    private UUID response(UUID id) {
        return UUID.fromString(answered(id, "Bo Berg").statusCode(201).extract().path("id"));
    }

    private UUID onlyResponse(UUID id) {
        return UUID.fromString(
                Scene.get(rep, "/outreaches/" + id + "/responses").extract().path("data[-1].id"));
    }

    private ValidatableResponse dispose(UUID id, UUID response, Object meaning) {
        return post(id, "/responses/" + response + "/disposition", meaning);
    }

    private ValidatableResponse post(UUID id, String command, Object body) {
        return Scene.post(rep, "/outreaches/" + id + command, body);
    }

    private void expect(UUID id, OutreachState state) {
        assertThat(scene.view(id).state()).isEqualTo(state);
    }
}
