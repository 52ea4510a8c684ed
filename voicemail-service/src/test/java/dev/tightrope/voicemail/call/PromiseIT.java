package dev.tightrope.voicemail.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.tightrope.events.ConversationHeld;
import dev.tightrope.events.ConversationOutcome;
import dev.tightrope.events.EmailReleased;
import dev.tightrope.events.EmailWithheld;
import dev.tightrope.events.Referral;
import dev.tightrope.events.VoicemailLeft;
import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.PublishedEvents;
import dev.tightrope.voicemail.StagedOutreach;
import dev.tightrope.voicemail.database.SettableDatabaseTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the executive heard is kept: it is told at once, and its mail goes when the attempt can no longer be undone. */
@QuarkusTest
class PromiseIT {
    private static final Duration WINDOW = Duration.ofSeconds(60);

    @Inject
    OutreachServiceStandIn outreachService;

    @Inject
    PublishedEvents published;

    @Inject
    SettableDatabaseTime time;

    @Inject
    ReleaseDueAttempts releases;

    private final User rep = User.rep("Anna Berg");

    @Test
    void aVoicemailIsToldAtOnceAndTheMailReleasedWhenTheWindowIsOver() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        Response recorded = outreach.attempt("VOICEMAIL_LEFT");
        UUID id = StagedOutreach.idOf(recorded);
        recorded.then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/call-attempts/" + id))
                .body("status", equalTo("RECORDED"))
                .body("released", equalTo(false))
                .body("promisesEmail", equalTo(true))
                .body("recordedAt", equalTo(time.now().toString()))
                .body("undoableUntil", equalTo(time.now().plus(WINDOW).toString()))
                .body("phone", equalTo(outreach.phone()))
                .body("scriptText", containsString("Hello Sture Lindqvist."));

        assertThat(published.ofCalls(outreach.id()))
                .singleElement()
                .isEqualTo(new VoicemailLeft(
                        outreach.ref(),
                        id,
                        1,
                        outreach.hash(),
                        time.now(),
                        time.now().plus(WINDOW),
                        rep.id()));

        Instant over = time.now().plus(WINDOW);
        time.pass(WINDOW.plusSeconds(30));
        releases.runOnce();
        rep.calls()
                .get("/api/v1/call-attempts/" + id)
                .then()
                .body("status", equalTo("RELEASED"))
                .body("released", equalTo(true))
                .body("releasedAt", notNullValue());
        assertThat(published.ofCalls(outreach.id()))
                .last()
                .as("the executive waits from the end of the window on")
                .isEqualTo(new EmailReleased(outreach.ref(), id, 1, outreach.hash(), over));
        releases.runOnce();
        assertThat(published.ofCalls(outreach.id())).hasSize(2);
    }

    @Test
    void everythingTheRepTellsOfACallIsKept() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        String started = time.now().minusSeconds(90).toString();
        String ended = time.now().minusSeconds(30).toString();
        UUID id = StagedOutreach.idOf(rep.sends(Map.of(
                        "outreachId",
                        outreach.id(),
                        "outcome",
                        "VOICEMAIL_LEFT",
                        "startedAt",
                        started,
                        "endedAt",
                        ended,
                        "notes",
                        "The greeting names his assistant.",
                        "quietPlace",
                        true))
                .post("/api/v1/call-attempts"));

        rep.calls()
                .get("/api/v1/call-attempts/" + id)
                .then()
                .body("startedAt", equalTo(started))
                .body("endedAt", equalTo(ended))
                .body("notes", equalTo("The greeting names his assistant."))
                .body("quietPlace", equalTo(true));
    }

    @Test
    void theReleaseComesByItself() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        UUID id = outreach.attempted("VOICEMAIL_LEFT");
        time.pass(WINDOW);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        rep.calls().get("/api/v1/call-attempts/" + id).then().body("status", equalTo("RELEASED")));
    }

    @Test
    void aSecondAttemptIsRefusedBeforeAnyAnswerOfTheOutreachService() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(201);

        for (String outcome : List.of("VOICEMAIL_LEFT", "SPOKEN", "NO_ANSWER", "DECLINED")) {
            outreach.attempt(outcome)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("not-possible-now"))
                    .body("state", equalTo("SENDING_EMAIL"))
                    .body("mustHappenFirst[0]", containsString("undo"));
        }
        outreach.editScript("Something else").then().statusCode(409);
        time.pass(WINDOW);
        releases.runOnce();
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(409);
        assertThat(published.ofCalls(outreach.id())).hasSize(2);
    }

    @Test
    void aMeetingAndAReferralAreHandedOn() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        Instant meeting = time.now().plus(Duration.ofDays(3));
        UUID first = StagedOutreach.idOf(rep.sends(Map.of(
                        "outreachId", outreach.id(), "outcome", "MEETING_AGREED", "meetingAt", meeting.toString()))
                .post("/api/v1/call-attempts"));
        assertThat(published.ofCalls(outreach.id())).singleElement().satisfies(event -> {
            ConversationHeld held = (ConversationHeld) event;
            assertThat(held.outcome()).isEqualTo(ConversationOutcome.MEETING_AGREED);
            assertThat(held.meetingAt()).isEqualTo(meeting);
        });
        outreach.undo(first).then().statusCode(200);

        rep.sends(Map.of(
                        "outreachId",
                        outreach.id(),
                        "outcome",
                        "REFERRED",
                        "referredTo",
                        Map.of("name", "Karin Ek", "role", "Maintenance manager", "phone", "+46 70 765 43 21")))
                .post("/api/v1/call-attempts")
                .then()
                .statusCode(201)
                .body("referredTo.phone", equalTo("+46707654321"));
        assertThat(published.ofCalls(outreach.id()))
                .last()
                .satisfies(event -> assertThat(((ConversationHeld) event).referral())
                        .isEqualTo(new Referral("Karin Ek", "Maintenance manager", "+46707654321")));
    }

    @Test
    void aWithheldPromiseMakesRoomForAnotherAndIsReleasedAllTheSame() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        UUID id = outreach.attempted("VOICEMAIL_LEFT");
        outreachService.tells(
                new EmailWithheld(outreach.ref(), id, "The e-mail was reopened meanwhile.", Instant.EPOCH, "REOPENED"));
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(201);
        time.pass(WINDOW);
        releases.runOnce();

        rep.calls()
                .get("/api/v1/call-attempts/" + id)
                .then()
                .body("status", equalTo("RELEASED"))
                .body("withheldReason", equalTo("The e-mail was reopened meanwhile."));
        outreach.undo(id).then().statusCode(409).body("detail", containsString("is withheld: The e-mail was reopened"));
        assertThat(published.ofCalls(outreach.id()))
                .filteredOn(EmailReleased.class::isInstance)
                .as("outreach-service decides what a release of a withheld mail means")
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(CallOutcome.class)
    void theMailGoesAfterWhatTheExecutiveHeardAndOnlyThen(CallOutcome outcome) {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        Map<String, Object> body = new HashMap<>(Map.of("outreachId", outreach.id(), "outcome", outcome));
        if (outcome == CallOutcome.MEETING_AGREED) {
            body.put("meetingAt", time.now().plus(Duration.ofDays(3)).toString());
        }
        if (outcome == CallOutcome.REFERRED) {
            body.put("referredTo", Map.of("name", "Karin Ek"));
        }
        rep.sends(body).post("/api/v1/call-attempts").then().statusCode(201);
        assertThat(published.typesOf(outreach.id())).doesNotContain("EmailReleased");
        time.pass(WINDOW);
        releases.runOnce();

        Set<CallOutcome> heard = EnumSet.of(
                CallOutcome.VOICEMAIL_LEFT, CallOutcome.SPOKEN, CallOutcome.MEETING_AGREED, CallOutcome.REFERRED);
        assertThat(published.typesOf(outreach.id()))
                .filteredOn("EmailReleased"::equals)
                .hasSize(heard.contains(outcome) ? 1 : 0);
    }
}
