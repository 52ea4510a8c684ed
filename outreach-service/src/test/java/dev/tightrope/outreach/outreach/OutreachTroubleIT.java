package dev.tightrope.outreach.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.tightrope.api.ProblemException;
import dev.tightrope.embedded.SharedParts;
import dev.tightrope.events.CallUnsuccessful;
import dev.tightrope.events.FollowUpDue;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.ScriptApproved;
import dev.tightrope.events.ScriptReopened;
import dev.tightrope.events.VoicemailLeft;
import dev.tightrope.events.WrongNumberFound;
import dev.tightrope.outreach.OutboxContents;
import dev.tightrope.outreach.lifecycle.AttentionReason;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.outreach.Scene.Stage;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What stops an outreach, and how it goes on. */
@QuarkusTest
class OutreachTroubleIT {
    @Inject
    Scene scene;

    @Inject
    Jdbi jdbi;

    @Inject
    OutboxContents outbox;

    private final User rep = User.rep("Rita Rep");

    @Test
    void scriptAndVoicemailThatPromiseAnotherEmailStopTheOutreach() {
        UUID id = scene.opened(rep, scene.stage());
        scene.approveEmail(rep, id);
        int version = scene.view(id).emailVersion();
        String hash = scene.view(id).emailHash();
        String other = "d".repeat(64);
        scene.handle(new ScriptApproved(scene.ref(id), 1, version + 1, other, rep.id(), scene.now()));
        Scene.get(rep, "/outreaches/" + id)
                .body("state", equalTo("NEEDS_ATTENTION"))
                .body("attention.reason", equalTo("PROMISE_MISMATCH"));
        scene.handle(new ScriptApproved(scene.ref(id), 2, version, hash, rep.id(), scene.now()));
        expect(id, OutreachState.READY_TO_CALL);
        assertThat(outbox.of("dev.tightrope.outreach.outreach-moved.v1", id))
                .extracting(move ->
                        move.path("to").asText() + " " + move.path("attention").asText())
                .as("voicemail-service lets the script be approved anew by the reason")
                .endsWith("NEEDS_ATTENTION PROMISE_MISMATCH", "READY_TO_CALL ");
        UUID attempt = scene.newId();
        scene.handle(new VoicemailLeft(scene.ref(id), attempt, version + 1, other, scene.now(), scene.now(), null));
        expect(id, OutreachState.NEEDS_ATTENTION);
        scene.release(id, attempt);
        assertThat(scene.view(id).mailDue()).isFalse();
        assertThat(scene.published(id)).contains("email-withheld", "attention-needed");
        assertThat(whyWithheld(id)).isEqualTo("PROMISE_MISMATCH");
    }

    @Test
    void aVoicemailForAClosedOutreachTellsTheRepAtOnce() {
        UUID id = scene.opened(rep, scene.stage());
        scene.readyToCall(rep, id);
        post(id, "/cancellation", Map.of("reason", "no budget here")).statusCode(200);

        UUID attempt = scene.voicemail(id);
        scene.release(id, attempt);

        expect(id, OutreachState.CLOSED);
        assertThat(scene.view(id).mailDue()).isFalse();
        assertThat(scene.published(id)).endsWith("email-withheld");
        assertThat(whyWithheld(id)).isEqualTo("CLOSED");
    }

    @Test
    void aVoicemailForAReopenedEmailTellsSo() {
        UUID id = scene.opened(rep, scene.stage());
        scene.readyToCall(rep, id);
        OutreachView called = scene.view(id);
        post(id, "/email/reopening", Map.of("reason", "a figure was wrong")).statusCode(200);

        scene.handle(new VoicemailLeft(
                called.ref(),
                scene.newId(),
                called.emailVersion(),
                called.emailHash(),
                scene.now(),
                scene.now(),
                null));

        expect(id, OutreachState.PREPARING_EMAIL);
        assertThat(whyWithheld(id)).isEqualTo("REOPENED");
    }

    @Test
    void aReopenedScriptGoesBackAndAWrongNumberIsCorrected() {
        Stage stage = scene.stage();
        UUID id = scene.opened(rep, stage);
        scene.readyToCall(rep, id);
        scene.handle(new ScriptReopened(scene.ref(id), "too long", scene.now(), null));
        expect(id, OutreachState.PREPARING_SCRIPT);
        OutreachView now = scene.view(id);
        scene.handle(new ScriptApproved(now.ref(), 2, now.emailVersion(), now.emailHash(), rep.id(), scene.now()));
        scene.handle(new WrongNumberFound(scene.ref(id), scene.newId(), stage.phone(), scene.now(), null));
        Scene.get(rep, "/outreaches/" + id).body("attention.reason", equalTo("WRONG_NUMBER"));

        post(id, "/executive-correction", Map.of("phone", "+46701740699", "email", "x@y.example"))
                .statusCode(400);
        post(id, "/executive-correction", Map.of("phone", "+46701740699"))
                .statusCode(200)
                .body("state", equalTo("READY_TO_CALL"));
        assertThat(scene.published(id)).contains("executive-corrected");
    }

    @Test
    void aBouncedMailGoesToTheCorrectedAddressOnce() {
        Stage stage = scene.stage();
        UUID id = scene.waiting(rep, stage);
        scene.event(id, new OutreachTrigger.HardBounce(stage.email(), "5.1.1", "no such user"));
        Scene.get(rep, "/outreaches/" + id).body("attention.reason", equalTo("HARD_BOUNCE"));

        post(id, "/executive-correction", Map.of("email", "new." + stage.email()))
                .statusCode(200)
                .body("state", equalTo("SENDING_EMAIL"));
        await().atMost(Duration.ofSeconds(60)).until(() -> scene.view(id).state() == OutreachState.AWAITING_RESPONSE);
        scene.event(id, new OutreachTrigger.HardBounce(stage.email(), "5.1.1", "no such user"));

        Scene.get(rep, "/outreaches/" + id)
                .body("state", equalTo("AWAITING_RESPONSE"))
                .body("wait.number", equalTo(2));
        assertThat(SharedParts.mail().acceptedFor("new." + stage.email())).hasSize(1);
    }

    @Test
    void aRefusedMailGoesOnceTheRepSaysThatTheAddressIsRight() {
        Stage stage = scene.stage();
        UUID id = scene.opened(rep, stage);
        scene.readyToCall(rep, id);
        scene.release(id, scene.voicemail(id));
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE delivery SET state = 'PERMANENT' WHERE outreach_id = :id")
                .bind("id", id)
                .execute());
        scene.event(id, new OutreachTrigger.MailRefusedForGood("451", "tried for four hours"));
        Scene.get(rep, "/outreaches/" + id).body("attention.reason", equalTo("REFUSED"));

        post(id, "/executive-correction", Map.of("email", stage.email()))
                .statusCode(200)
                .body("state", equalTo("SENDING_EMAIL"));

        await().atMost(Duration.ofSeconds(60)).until(() -> scene.view(id).state() == OutreachState.AWAITING_RESPONSE);
        assertThat(SharedParts.mail().acceptedFor(stage.email())).hasSize(1);
    }

    @Test
    void aBounceOfTheOldAddressAfterItWasCorrectedIsOvercomeByTheCorrectedOne() {
        Stage stage = scene.stage();
        UUID id = scene.waiting(rep, stage);
        String corrected = "new." + stage.email();
        post(id, "/executive-correction", Map.of("email", corrected)).statusCode(200);
        scene.event(id, new OutreachTrigger.HardBounce(stage.email(), "5.1.1", "no such user"));
        expect(id, OutreachState.NEEDS_ATTENTION);

        post(id, "/executive-correction", Map.of("email", corrected))
                .statusCode(200)
                .body("state", equalTo("SENDING_EMAIL"));

        await().atMost(Duration.ofSeconds(60)).until(() -> scene.view(id).state() == OutreachState.AWAITING_RESPONSE);
        assertThat(SharedParts.mail().acceptedFor(corrected)).hasSize(1);
    }

    @Test
    void aNumberThatWasRightAfterAllIsCalledAgain() {
        Stage stage = scene.stage();
        UUID id = scene.opened(rep, stage);
        scene.readyToCall(rep, id);
        scene.handle(new WrongNumberFound(scene.ref(id), scene.newId(), stage.phone(), scene.now(), null));
        expect(id, OutreachState.NEEDS_ATTENTION);

        post(id, "/executive-correction", Map.of("phone", stage.phone()))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/phone"))
                .body("errors[0].message", containsString("rightAfterAll"));
        expect(id, OutreachState.NEEDS_ATTENTION);

        post(id, "/executive-correction", Map.of("phone", stage.phone(), "rightAfterAll", true))
                .statusCode(200)
                .body("state", equalTo("READY_TO_CALL"));
    }

    @Test
    void whoWasNeverReachedIsCalledAgainIfTheRepSaysSoOrAtAnotherNumber() {
        Stage stage = scene.stage();
        UUID id = scene.opened(rep, stage);
        scene.readyToCall(rep, id);
        scene.handle(new CallUnsuccessful(scene.ref(id), scene.newId(), "BUSY", scene.now(), null, rep.id(), 3));
        Scene.get(rep, "/outreaches/" + id)
                .body("state", equalTo("NEEDS_ATTENTION"))
                .body("attention.reason", equalTo("NOT_REACHED"))
                .body("attention.detail", containsString("in 3 attempts"))
                .body("next.commands.find { it.command == 'round' }.possible", equalTo(true));
        assertThat(outbox.of("dev.tightrope.outreach.attention-needed.v1", id))
                .extracting(told -> told.path("reason").asText())
                .containsExactly("NOT_REACHED");

        post(id, "/executive-correction", Map.of("phone", stage.phone()))
                .statusCode(422)
                .body("errors[0].message", containsString("nobody was reached"));
        post(id, "/executive-correction", Map.of("phone", stage.phone(), "rightAfterAll", true))
                .statusCode(200)
                .body("state", equalTo("READY_TO_CALL"));

        scene.handle(new CallUnsuccessful(scene.ref(id), scene.newId(), "BUSY", scene.now(), null, rep.id(), 3));
        post(id, "/executive-correction", Map.of("phone", "+46701740698"))
                .statusCode(200)
                .body("state", equalTo("READY_TO_CALL"));

        scene.handle(new CallUnsuccessful(scene.ref(id), scene.newId(), "BUSY", scene.now(), null, rep.id(), 3));
        post(id, "/closure", Map.of("outcome", "UNREACHABLE")).statusCode(200).body("outcome", equalTo("UNREACHABLE"));
    }

    @Test
    void anAddressTwoOutreachesUseIsOnlyChangedByWhoMayActOnBoth() {
        User manager = User.manager("Mona Manager");
        User second = User.rep("Carl Colleague");
        Stage stage = scene.stage();
        UUID team = scene.teamOf(manager, rep);
        UUID theirs = scene.waiting(rep, stage);
        Map<String, Object> opening = stage.opening();
        opening.put("overrideReason", "two divisions");
        UUID managers = UUID.fromString(Scene.post(manager, "/outreaches", opening)
                .statusCode(201)
                .extract()
                .path("id"));
        second.calls().get("/api/v1/me").then().statusCode(200);
        jdbi.useHandle(
                handle -> handle.createUpdate("UPDATE outreach SET owner_id = :owner, team_id = NULL WHERE id = :id")
                        .bind("owner", second.id())
                        .bind("id", managers)
                        .execute());
        Map<String, String> elsewhere = Map.of("email", "elsewhere." + stage.email());

        Scene.post(second, "/outreaches/" + managers + "/executive-correction", elsewhere)
                .statusCode(409)
                .body("code", equalTo("company-held"))
                .body("heldBy.ownerName", equalTo("Rita Rep"));
        assertThat(scene.published(theirs)).doesNotContain("executive-corrected");
        Scene.post(second, "/outreaches/" + managers + "/executive-correction", Map.of("email", stage.email()))
                .statusCode(200);

        jdbi.useHandle(handle -> handle.createUpdate("UPDATE outreach SET team_id = :team WHERE id = :id")
                .bind("team", team)
                .bind("id", managers)
                .execute());
        Scene.post(manager, "/outreaches/" + managers + "/executive-correction", elsewhere)
                .statusCode(200);
        assertThat(scene.published(theirs)).contains("executive-corrected");
    }

    @Test
    void anUnknownOutcomeIsResolvedAndNotSentAgainTooSoon() {
        UUID id = scene.opened(rep, scene.stage());
        scene.readyToCall(rep, id);
        scene.release(id, scene.voicemail(id));
        scene.event(id, new OutreachTrigger.MailOutcomeUnknown(null, "connection reset"));
        Scene.get(rep, "/outreaches/" + id).body("attention.reason", equalTo("OUTCOME_UNKNOWN"));

        post(id, "/mail-outcome", Map.of("sent", false))
                .statusCode(409)
                .body("code", equalTo("resend-quarantine"))
                .body("earliest", notNullValue());
        post(id, "/mail-outcome", Map.of("sent", true)).statusCode(200).body("state", equalTo("AWAITING_RESPONSE"));
    }

    @Test
    void anOptOutDuringTheWaitClosesAndANumberOnTheListOnlyStops() {
        Stage stage = scene.stage();
        UUID id = scene.waiting(rep, stage);
        Scene.post(
                        rep,
                        "/suppressions",
                        Map.of(
                                "kind",
                                "EMAIL",
                                "value",
                                stage.email(),
                                "reason",
                                "asked us to stop",
                                "source",
                                "letter"))
                .statusCode(201);
        Scene.get(rep, "/outreaches/" + id).body("state", equalTo("CLOSED")).body("outcome", equalTo("OPTED_OUT"));

        Stage other = scene.stage();
        UUID called = scene.opened(rep, other);
        scene.readyToCall(rep, called);
        Scene.post(
                        rep,
                        "/suppressions",
                        Map.of("kind", "PHONE", "value", other.phone(), "reason", "somebody else", "source", "call"))
                .statusCode(201);
        assertThat(scene.view(called).attention()).isEqualTo(AttentionReason.SUPPRESSED);
    }

    @Test
    void eventsOfUnknownOutreachesAreParkedNotLost() {
        UUID id = scene.opened(rep, scene.stage());
        FollowUpDue lost = new FollowUpDue(
                new OutreachRef(scene.newId(), 1, scene.newId(), rep.id(), null), 1, scene.now(), scene.now());
        assertThatThrownBy(() -> scene.handle(lost)).isInstanceOf(ProblemException.class);
        expect(id, OutreachState.PREPARING_EMAIL);
    }

    private void expect(UUID id, OutreachState state) {
        assertThat(scene.view(id).state()).isEqualTo(state);
    }

    private String whyWithheld(UUID id) {
        return String.join(
                ", ",
                outbox.of("dev.tightrope.outreach.email-withheld.v1", id).stream()
                        .map(told -> told.path("code").asText())
                        .toList());
    }

    private ValidatableResponse post(UUID id, String command, Object body) {
        return Scene.post(rep, "/outreaches/" + id + command, body);
    }
}
