package dev.tightrope.outreach.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.tightrope.events.CallAttemptUndone;
import dev.tightrope.events.CallUnsuccessful;
import dev.tightrope.events.ConversationHeld;
import dev.tightrope.events.ConversationOutcome;
import dev.tightrope.events.ExecutiveDeclined;
import dev.tightrope.events.FollowUpDue;
import dev.tightrope.events.HomeworkCompleted;
import dev.tightrope.events.Referral;
import dev.tightrope.events.ReminderSent;
import dev.tightrope.events.WaitScheduled;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.outreach.Scene.Stage;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** From the call to the end, by the events of the other services and the rep's commands. */
@QuarkusTest
class OutreachLifeIT {
    @Inject
    Jdbi jdbi;

    @Inject
    Scene scene;

    private final User rep = User.rep("Rita Rep");

    @Test
    void whatElseIsCorrectedOfTheExecutiveIsToldTheOtherServicesToo() {
        Stage stage = scene.stage();
        UUID id = scene.opened(rep, stage);

        rep.sends(Map.of(
                        "prospectId", stage.prospectId(),
                        "name", "Eva Ek",
                        "title", "CEO",
                        "email", stage.email(),
                        "phone", stage.phone(),
                        "zone", "Europe/Helsinki",
                        "language", "sv"))
                .header("If-Match", "*")
                .put("/api/v1/executives/" + stage.executiveId())
                .then()
                .statusCode(200);

        assertThat(scene.published(id)).contains("executive-corrected");
        expect(id, OutreachState.PREPARING_EMAIL);
    }

    @Test
    void aCorrectedNameIsPartOfWhatWasApprovedAndReopensIt() {
        Stage stage = scene.stage();
        UUID id = scene.opened(rep, stage);
        scene.readyToCall(rep, id);
        rename(stage, "Eva Ek");
        expect(id, OutreachState.READY_TO_CALL);

        rename(stage, "Eva Ek-Holm");

        expect(id, OutreachState.PREPARING_EMAIL);
        assertThat(scene.published(id)).contains("email-reopened");
        Scene.get(rep, "/outreaches/" + id + "/email").body("status", equalTo("DRAFT"));
        Stage sent = scene.stage();
        UUID waiting = scene.waiting(rep, sent);
        rename(sent, "Eva Ek-Holm");
        expect(waiting, OutreachState.AWAITING_RESPONSE);
    }

    private void rename(Stage stage, String name) {
        rep.sends(Map.of(
                        "prospectId",
                        stage.prospectId(),
                        "name",
                        name,
                        "title",
                        "CEO",
                        "email",
                        stage.email(),
                        "phone",
                        stage.phone(),
                        "zone",
                        "Europe/Stockholm",
                        "language",
                        "en"))
                .header("If-Match", "*")
                .put("/api/v1/executives/" + stage.executiveId())
                .then()
                .statusCode(200);
    }

    @Test
    void theMethodRunsOnceThroughIntoTheSecondRound() {
        Stage stage = scene.stage();
        UUID id = scene.opened(rep, stage);
        scene.handle(new HomeworkCompleted(scene.ref(id), "leads get lost", scene.now(), null, null, null, null));
        scene.readyToCall(rep, id);
        expect(id, OutreachState.READY_TO_CALL);
        scene.handle(
                new CallUnsuccessful(scene.ref(id), scene.newId(), "NO_ANSWER", scene.now(), scene.now(), null, 1));
        expect(id, OutreachState.READY_TO_CALL);
        UUID attempt = scene.voicemail(id);
        expect(id, OutreachState.SENDING_EMAIL);
        assertThat(scene.view(id).mailDue())
                .as("held until the undo window is over")
                .isFalse();
        scene.release(id, attempt);
        scene.accept(id);
        expect(id, OutreachState.AWAITING_RESPONSE);
        long before = scene.view(id).version();
        Instant due = scene.now().plus(Duration.ofDays(21));
        scene.handle(new WaitScheduled(scene.ref(id), 1, due));
        Scene.get(rep, "/outreaches/" + id).body("wait.number", equalTo(1)).body("wait.dueAt", notNullValue());
        assertThat(scene.view(id).version())
                .as("what is shown changed, and so does its ETag")
                .isEqualTo(before + 1);
        scene.handle(new WaitScheduled(scene.ref(id), 1, due));
        assertThat(scene.view(id).version()).as("nothing changed").isEqualTo(before + 1);
        scene.followUpDue(id);
        scene.handle(new ReminderSent(scene.ref(id), scene.newId(), "FOLLOW_UP", rep.id(), scene.now()));
        expect(id, OutreachState.FOLLOW_UP_DUE);

        post(id, "/rounds", Map.of("storyId", scene.story("Other rival")))
                .statusCode(200)
                .body("state", equalTo("PREPARING_EMAIL"))
                .body("round", equalTo(2))
                .body("scriptApproved", equalTo(false));

        assertThat(scene.published(id))
                .containsSubsequence(
                        "outreach-opened",
                        "round-started",
                        "outreach-moved",
                        "email-sent",
                        "wait-started",
                        "outreach-moved",
                        "round-started");
        Scene.get(rep, "/outreaches/" + id + "/history?limit=200")
                .body(
                        "data.trigger",
                        hasItems(
                                "OPENED",
                                "EMAIL_APPROVED",
                                "HOMEWORK_COMPLETED",
                                "CALL_UNSUCCESSFUL",
                                "VOICEMAIL_LEFT",
                                "EMAIL_RELEASED",
                                "MAIL_ACCEPTED",
                                "FOLLOW_UP_DUE",
                                "REMINDER_SENT",
                                "CALLED_AGAIN"))
                .body("data.at", everyItem(notNullValue()))
                .body("data.actorName", hasItems("Rita Rep", "test-service"))
                .body("data.find { it.trigger == 'VOICEMAIL_LEFT' }.from", equalTo("READY_TO_CALL"))
                .body("data.find { it.trigger == 'VOICEMAIL_LEFT' }.to", equalTo("SENDING_EMAIL"))
                .body("data.find { it.trigger == 'VOICEMAIL_LEFT' }.data.attemptId", equalTo(attempt.toString()));
    }

    @Test
    void refusalsNameTheStateWhatWasTriedAndWhatComesFirst() {
        UUID id = scene.opened(rep, scene.stage());

        post(id, "/rounds", Map.of())
                .statusCode(409)
                .body("code", equalTo("not-possible-now"))
                .body("state", equalTo("PREPARING_EMAIL"))
                .body("tried", equalTo("CALLED_AGAIN"))
                .body("detail", containsString("PREPARING_EMAIL"))
                .body("detail", containsString("First the wait has to be over"))
                .body("mustHappenFirst", contains(startsWith("First the wait has to be over")));
        post(id, "/wait-extension", Map.of("length", "P7D")).statusCode(409);
        post(id, "/closure", Map.of("outcome", "NO_RESPONSE")).statusCode(409);
        post(id, "/closure", Map.of("outcome", "WON")).statusCode(409);
        post(id, "/engagement-withdrawal", Map.of()).statusCode(409);
        post(id, "/mail-outcome", Map.of("sent", true)).statusCode(409);
        post(id, "/responses", Map.of("channel", "PHONE", "from", Map.of("name", "Bo"), "text", "hello"))
                .statusCode(409)
                .body("detail", containsString("no voicemail"))
                .body("tried", equalTo("RESPONSE_RECEIVED"))
                .body("mustHappenFirst", contains(containsString("voicemail or a conversation has to be recorded")));
        post(id, "/closure", Map.of("outcome", "OPTED_OUT")).statusCode(422);
        post(id, "/closure", Map.of("outcome", "GONE")).statusCode(400);
    }

    @Test
    void theWaitIsExtendedAndTheOldOneForgotten() {
        UUID id = scene.waiting(rep, scene.stage());
        FollowUpDue first = new FollowUpDue(scene.ref(id), 1, scene.now(), scene.now());
        scene.handle(first);
        expect(id, OutreachState.FOLLOW_UP_DUE);

        post(id, "/wait-extension", Map.of("length", "P7D"))
                .statusCode(200)
                .body("state", equalTo("AWAITING_RESPONSE"))
                .body("wait.number", equalTo(2));
        scene.handle(first);
        expect(id, OutreachState.AWAITING_RESPONSE);
        post(id, "/wait-extension", Map.of()).statusCode(400);
        post(id, "/wait-extension", Map.of("until", "2001-01-01T00:00:00Z")).statusCode(422);
        Scene.get(rep, "/outreaches/" + id + "/history")
                .body("data.findAll { !it.applied }.cause", hasItem(containsString("replaced by wait 2")));
    }

    @Test
    void anExtensionNeverShortensTheSilence() {
        UUID id = scene.waiting(rep, scene.stage());

        post(id, "/wait-extension", Map.of("length", "P7D"))
                .statusCode(422)
                .body("code", equalTo("wait-out-of-range"))
                .body("errors[0].pointer", equalTo("/length"));
        post(
                        id,
                        "/wait-extension",
                        Map.of("until", scene.now().plus(Duration.ofDays(20)).toString()))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/until"));
        for (String endless : List.of("PT" + Long.MAX_VALUE + "S", "P" + Integer.MAX_VALUE + "Y")) {
            post(id, "/wait-extension", Map.of("length", endless)).statusCode(422);
        }
        assertThat(scene.view(id).waitNumber()).isEqualTo(1);

        post(id, "/wait-extension", Map.of("length", "P30D")).statusCode(200).body("wait.number", equalTo(2));
        post(id, "/wait-extension", Map.of("length", "P29D")).statusCode(422);
    }

    @Test
    void anAttemptUndoneInTimeSendsNothing() {
        UUID id = scene.opened(rep, scene.stage());
        scene.readyToCall(rep, id);
        UUID attempt = scene.voicemail(id);
        scene.handle(new CallAttemptUndone(scene.ref(id), attempt, scene.now(), null));
        expect(id, OutreachState.READY_TO_CALL);
        scene.release(id, attempt);
        assertThat(scene.view(id).mailDue()).isFalse();
        assertThat(scene.view(id).voicemailLeft()).isFalse();
    }

    @Test
    void anExecutiveWhoDeclinesEndsIt() {
        UUID id = scene.opened(rep, scene.stage());
        scene.readyToCall(rep, id);
        scene.handle(new ExecutiveDeclined(scene.ref(id), scene.newId(), "no interest", scene.now(), null));
        Scene.get(rep, "/outreaches/" + id).body("outcome", equalTo("DECLINED"));
    }

    @Test
    void aReferralEngagesOnceTheMailIsOut() {
        UUID id = scene.opened(rep, scene.stage());
        scene.readyToCall(rep, id);
        OutreachView now = scene.view(id);
        UUID attempt = scene.newId();
        scene.handle(new ConversationHeld(
                now.ref(),
                attempt,
                ConversationOutcome.REFERRED,
                now.emailVersion(),
                now.emailHash(),
                scene.now(),
                scene.now(),
                null,
                new Referral("Sven Svensson", "sales manager", "+46701740677"),
                null));
        expect(id, OutreachState.SENDING_EMAIL);
        scene.release(id, attempt);
        scene.accept(id);

        String etag = Scene.get(rep, "/outreaches/" + id)
                .body("state", equalTo("ENGAGED"))
                .body("nextStep.contactName", equalTo("Sven Svensson"))
                .extract()
                .header("ETag");
        Map<String, String> step = Map.of("nextStep", "Meet Sven", "on", Scene.inWeeks(4));
        rep.sends(step).put("/api/v1/outreaches/" + id + "/next-step").then().statusCode(428);
        rep.sends(step)
                .header("If-Match", "\"1\"")
                .put("/api/v1/outreaches/" + id + "/next-step")
                .then()
                .statusCode(412);
        rep.sends(Map.of("nextStep", "Meet Sven", "on", "2026-01-15"))
                .header("If-Match", etag)
                .put("/api/v1/outreaches/" + id + "/next-step")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/on"));
        rep.sends(Map.of("nextStep", "Meet Sven", "on", Scene.inWeeks(105)))
                .header("If-Match", etag)
                .put("/api/v1/outreaches/" + id + "/next-step")
                .then()
                .statusCode(422)
                .body("code", equalTo("next-step-too-far"))
                .body("errors[0].pointer", equalTo("/on"));
        rep.sends(step)
                .header("If-Match", etag)
                .put("/api/v1/outreaches/" + id + "/next-step")
                .then()
                .statusCode(200)
                .body("nextStep.on", equalTo(Scene.inWeeks(4)));
        post(id, "/closure", Map.of("outcome", "LOST", "reason", "incumbent"))
                .statusCode(200)
                .body("outcome", equalTo("LOST"));
    }

    @Test
    void aMeetingIsOnItsDayWhereTheRepWorks() {
        UUID id = scene.opened(rep, scene.stage());
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE person SET zone = 'Pacific/Auckland' WHERE id = :id")
                .bind("id", rep.id())
                .execute());
        scene.readyToCall(rep, id);
        OutreachView now = scene.view(id);
        UUID attempt = scene.newId();
        scene.handle(new ConversationHeld(
                now.ref(),
                attempt,
                ConversationOutcome.MEETING_AGREED,
                now.emailVersion(),
                now.emailHash(),
                scene.now(),
                scene.now(),
                Instant.parse("2030-11-30T20:00:00Z"),
                null,
                null));
        scene.release(id, attempt);
        scene.accept(id);

        Scene.get(rep, "/outreaches/" + id).body("nextStep.on", equalTo("2030-12-01"));
    }

    private void expect(UUID id, OutreachState state) {
        assertThat(scene.view(id).state()).isEqualTo(state);
    }

    private ValidatableResponse post(UUID id, String command, Object body) {
        return Scene.post(rep, "/outreaches/" + id + command, body);
    }
}
