package dev.tightrope.voicemail.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.events.CallUnsuccessful;
import dev.tightrope.events.ConversationHeld;
import dev.tightrope.events.ConversationOutcome;
import dev.tightrope.events.EmailReleased;
import dev.tightrope.events.EmailReopened;
import dev.tightrope.events.EmailWithheld;
import dev.tightrope.events.ExecutiveDeclined;
import dev.tightrope.events.Referral;
import dev.tightrope.events.StoryPermissionEnded;
import dev.tightrope.events.SuppressionAdded;
import dev.tightrope.events.SuppressionKind;
import dev.tightrope.events.SuppressionLifted;
import dev.tightrope.events.VoicemailLeft;
import dev.tightrope.events.WrongNumberFound;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.PublishedEvents;
import dev.tightrope.voicemail.StagedOutreach;
import dev.tightrope.voicemail.User;
import dev.tightrope.voicemail.database.SettableDatabaseTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CallAttemptIT {
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
        UUID id = id(recorded);
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

        assertThat(called(outreach))
                .singleElement()
                .isEqualTo(new VoicemailLeft(
                        outreach.ref(),
                        id,
                        1,
                        outreach.hash(),
                        time.now(),
                        time.now().plus(WINDOW)));

        time.pass(WINDOW);
        releases.runOnce();
        rep.calls()
                .get("/api/v1/call-attempts/" + id)
                .then()
                .body("status", equalTo("RELEASED"))
                .body("released", equalTo(true))
                .body("releasedAt", notNullValue());
        assertThat(called(outreach))
                .last()
                .isEqualTo(new EmailReleased(outreach.ref(), id, 1, outreach.hash(), time.now()));
        releases.runOnce();
        assertThat(called(outreach)).hasSize(2);
    }

    @Test
    void untilTheLastMomentItCanBeUndoneAndNoMailFollows() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        UUID id = id(outreach.attempt("SPOKEN"));
        time.pass(WINDOW.minusNanos(1_000));
        releases.runOnce();

        undo(id).then()
                .statusCode(200)
                .body("status", equalTo("UNDONE"))
                .body("undoneAt", notNullValue())
                .body("released", equalTo(false));
        undo(id).then().statusCode(200).body("status", equalTo("UNDONE"));
        time.pass(WINDOW);
        releases.runOnce();

        assertThat(published.typesOf(outreach.id()))
                .containsExactly("HomeworkCompleted", "ScriptApproved", "ConversationHeld", "CallAttemptUndone");
    }

    @Test
    void afterTheWindowItCannotBeUndone() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        UUID id = id(outreach.attempt("VOICEMAIL_LEFT"));
        time.pass(WINDOW);

        undo(id).then()
                .statusCode(409)
                .body("code", equalTo("undo-window-over"))
                .body("detail", containsString("could be undone until"))
                .body("undoableUntil", notNullValue());
        releases.runOnce();
        undo(id).then().statusCode(409).body("attemptStatus", equalTo("RELEASED"));
        assertThat(published.typesOf(outreach.id())).endsWith("VoicemailLeft", "EmailReleased");
    }

    @Test
    void theReleaseComesByItself() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        UUID id = id(outreach.attempt("VOICEMAIL_LEFT"));
        time.pass(WINDOW);

        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(60))
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
                    .body("code", equalTo("wrong-state"))
                    .body("state", equalTo("SENDING_EMAIL"))
                    .body("mustHappenFirst[0]", containsString("undo"));
        }
        outreach.editScript("Something else").then().statusCode(409);
        time.pass(WINDOW);
        releases.runOnce();
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(409);
        assertThat(called(outreach)).hasSize(2);
    }

    @Test
    void anUndoneAttemptMakesRoomWhateverEventsAreStillOnTheirWay() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        undo(id(outreach.attempt("VOICEMAIL_LEFT"))).then().statusCode(200);
        UUID second = id(outreach.attempt("VOICEMAIL_LEFT"));
        // What outreach-service answers to the first attempt and its undoing arrives late.
        outreach.moves("SENDING_EMAIL");
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(409);
        outreach.moves("READY_TO_CALL");
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(409).body("state", equalTo("SENDING_EMAIL"));
        undo(second).then().statusCode(200);
        outreach.moves("SENDING_EMAIL");
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(201);
    }

    @Test
    void theSameKeyGetsTheSameAnswerAndAnotherBodyIsRefused() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        Map<String, Object> body = Map.of("outreachId", outreach.id(), "outcome", "VOICEMAIL_LEFT");
        String key = UUID.randomUUID().toString();
        UUID first = id(keyed(key, body));

        keyed(key, body).then().statusCode(201).body("id", equalTo(first.toString()));
        keyed(key, Map.of("outreachId", outreach.id(), "outcome", "SPOKEN"))
                .then()
                .statusCode(422);
        keyed(UUID.randomUUID().toString(), body).then().statusCode(409);
        assertThat(called(outreach)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PREPARING_EMAIL", "AWAITING_RESPONSE", "RESPONDED", "ENGAGED", "NEEDS_ATTENTION", "CLOSED"})
    void onlyWhatIsReadyIsCalled(String state) {
        StagedOutreach outreach = StagedOutreach.opened(outreachService, rep, null);
        if (!state.equals("PREPARING_EMAIL")) {
            outreach.moves(state);
        }

        outreach.attempt("VOICEMAIL_LEFT")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("wrong-state"))
                .body("state", equalTo(state))
                .body("tried", equalTo("record a call attempt"))
                .body("mustHappenFirst[0]", notNullValue());
        assertThat(published.of(outreach.id())).isEmpty();
    }

    @Test
    void whileTheMailIsReopenedNobodyCalls() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        outreachService.tells(new EmailReopened(outreach.ref(), 1, "A figure", Instant.EPOCH));

        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(409).body("state", equalTo("PREPARING_EMAIL"));
    }

    @Test
    void aMeetingAndAReferralAreHandedOn() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        Instant meeting = time.now().plus(Duration.ofDays(3));
        UUID first = id(rep.sends(Map.of(
                        "outreachId", outreach.id(), "outcome", "MEETING_AGREED", "meetingAt", meeting.toString()))
                .post("/api/v1/call-attempts"));
        assertThat(called(outreach)).singleElement().satisfies(event -> {
            ConversationHeld held = (ConversationHeld) event;
            assertThat(held.outcome()).isEqualTo(ConversationOutcome.MEETING_AGREED);
            assertThat(held.meetingAt()).isEqualTo(meeting);
        });
        undo(first).then().statusCode(200);

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
        assertThat(called(outreach))
                .last()
                .satisfies(event -> assertThat(((ConversationHeld) event).referral())
                        .isEqualTo(new Referral("Karin Ek", "Maintenance manager", "+46707654321")));
    }

    @ParameterizedTest
    @EnumSource(
            value = CallOutcome.class,
            names = {"NO_ANSWER", "BUSY", "ASSISTANT_ANSWERED", "VOICEMAIL_CUT_OFF"})
    void whoWasNotReachedIsCalledAgain(CallOutcome outcome) {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        Response recorded = outreach.attempt(outcome.name());
        recorded.then().statusCode(201).body("promisesEmail", equalTo(false)).body("nextAttemptAt", notNullValue());
        assertThat(called(outreach)).isEmpty();
        time.pass(WINDOW);
        releases.runOnce();

        assertThat(called(outreach)).singleElement().satisfies(event -> {
            CallUnsuccessful unsuccessful = (CallUnsuccessful) event;
            assertThat(unsuccessful.outcome()).isEqualTo(outcome.name());
            assertThat(unsuccessful.nextAttemptAt()).isEqualTo(Instant.parse(recorded.path("nextAttemptAt")));
        });
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(201);
    }

    @Test
    void aWrongNumberStopsTheCallsUntilItIsCorrected() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        outreach.attempt("WRONG_NUMBER").then().statusCode(201);
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(409).body("state", equalTo("NEEDS_ATTENTION"));
        time.pass(WINDOW);
        releases.runOnce();
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(409).body("state", equalTo("NEEDS_ATTENTION"));
        assertThat(called(outreach))
                .singleElement()
                .satisfies(
                        event -> assertThat(((WrongNumberFound) event).phone()).isEqualTo(outreach.phone()));

        outreach.moves("NEEDS_ATTENTION");
        outreach.moves("READY_TO_CALL");
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(201);
    }

    @Test
    void aNoIsToldWithItsReasonOnlyWhenItCannotBeTakenBack() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        undo(id(outreach.attempt("DECLINED"))).then().statusCode(200);
        assertThat(called(outreach)).isEmpty();
        rep.sends(Map.of("outreachId", outreach.id(), "outcome", "DECLINED", "notes", "We build our own."))
                .post("/api/v1/call-attempts")
                .then()
                .statusCode(201);
        outreach.attempt("NO_ANSWER").then().statusCode(409).body("state", equalTo("CLOSED"));
        time.pass(WINDOW);
        releases.runOnce();

        assertThat(called(outreach))
                .singleElement()
                .satisfies(event ->
                        assertThat(((ExecutiveDeclined) event).reason()).isEqualTo("We build our own."));
    }

    @Test
    void nobodyOnTheSuppressionListIsCalled() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        UUID suppression = UUID.randomUUID();
        outreachService.tells(new SuppressionAdded(suppression, SuppressionKind.PHONE, outreach.phone(), "Opted out"));
        outreach.attempt("VOICEMAIL_LEFT")
                .then()
                .statusCode(409)
                .body("code", equalTo("suppressed"))
                .body("detail", containsString("Opted out"));

        outreachService.tells(new SuppressionLifted(suppression, SuppressionKind.PHONE, outreach.phone()));
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(201);
    }

    @Test
    void withoutPermissionToNameTheCompetitorNobodyIsCalled() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        outreachService.tells(
                new StoryPermissionEnded(outreach.ref(), UUID.randomUUID(), "Kärnvärme AB", Instant.EPOCH));

        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(409).body("code", equalTo("permission-ended"));
    }

    @Test
    void aWithheldPromiseMakesRoomForAnotherAndIsReleasedAllTheSame() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        UUID id = id(outreach.attempt("VOICEMAIL_LEFT"));
        outreachService.tells(
                new EmailWithheld(outreach.ref(), id, "The e-mail was reopened meanwhile.", Instant.EPOCH));
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(201);
        time.pass(WINDOW);
        releases.runOnce();

        rep.calls()
                .get("/api/v1/call-attempts/" + id)
                .then()
                .body("status", equalTo("RELEASED"))
                .body("withheldReason", equalTo("The e-mail was reopened meanwhile."));
        undo(id).then().statusCode(409).body("detail", containsString("is withheld: The e-mail was reopened"));
        assertThat(called(outreach))
                .filteredOn(EmailReleased.class::isInstance)
                .as("outreach-service decides what a release of a withheld mail means")
                .hasSize(2);
    }

    @Test
    void aWrongBodyIsRefusedNamingTheFields() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        outreach.attempt("MEETING_AGREED").then().statusCode(422).body("errors[0].pointer", equalTo("/meetingAt"));
        outreach.attempt("REFERRED").then().statusCode(422).body("errors[0].pointer", equalTo("/referredTo"));
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("outcome", null);
        rep.sends(nothing)
                .post("/api/v1/call-attempts")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/outreachId", "/outcome")));
        outreach.attempt("SANG_A_SONG").then().statusCode(400).body("errors[0].pointer", equalTo("/outcome"));
        rep.sends(Map.of("outreachId", outreach.id(), "outcome", "BUSY", "mood", "good"))
                .post("/api/v1/call-attempts")
                .then()
                .statusCode(400);
        rep.sends(Map.of("outreachId", "42", "outcome", "BUSY"))
                .post("/api/v1/call-attempts")
                .then()
                .statusCode(400);
        rep.sends("{").post("/api/v1/call-attempts").then().statusCode(400);
        rep.sends("").post("/api/v1/call-attempts").then().statusCode(400);
        rep.calls()
                .contentType("text/plain")
                .body("x")
                .post("/api/v1/call-attempts")
                .then()
                .statusCode(415);
        rep.calls().delete("/api/v1/call-attempts").then().statusCode(405);
        rep.calls().get("/api/v1/call-attempts/42").then().statusCode(404);
        rep.calls().get("/api/v1/call-attempts/" + UUID.randomUUID()).then().statusCode(404);
        undo(UUID.randomUUID()).then().statusCode(404);
        rep.calls().get("/api/v1/call-attempts?outreachId=42").then().statusCode(400);
        rep.calls().get("/api/v1/call-attempts?cursor=42").then().statusCode(400);
        rep.calls().get("/api/v1/call-attempts?limit=0").then().statusCode(400);
        rep.calls().get("/api/v1/call-attempts?limit=x").then().statusCode(400);
        rep.calls().get("/api/v1/call-attempts?updatedAfter=yesterday").then().statusCode(400);
        assertThat(called(outreach)).isEmpty();
    }

    @Test
    void attemptsAreListedNewestFirstPageByPage() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        Instant start = time.now();
        UUID first = id(outreach.attempt("BUSY"));
        UUID second = id(outreach.attempt("NO_ANSWER"));
        time.pass(Duration.ofSeconds(1));
        UUID third = id(outreach.attempt("BUSY"));

        Response page = rep.calls().get("/api/v1/call-attempts?limit=2&outreachId=" + outreach.id());
        page.then()
                .statusCode(200)
                .body("data.id", equalTo(List.of(third.toString(), second.toString())))
                .body("page.hasMore", equalTo(true));
        String cursor = page.path("page.nextCursor");
        rep.calls()
                .get("/api/v1/call-attempts?limit=2&outreachId=" + outreach.id() + "&cursor=" + cursor)
                .then()
                .body("data.id", equalTo(List.of(first.toString())))
                .body("page.hasMore", equalTo(false))
                .body("page.nextCursor", nullValue());
        rep.calls()
                .get("/api/v1/call-attempts?updatedAfter=" + start)
                .then()
                .body("data.id", equalTo(List.of(third.toString())));
    }

    private List<Object> called(StagedOutreach outreach) {
        List<Object> events = new java.util.ArrayList<>(published.of(outreach.id()));
        return events.subList(2, events.size());
    }

    private Response keyed(String key, Object body) {
        return rep.sends(body).header("Idempotency-Key", key).post("/api/v1/call-attempts");
    }

    private Response undo(UUID id) {
        return rep.calls().post("/api/v1/call-attempts/" + id + "/undo");
    }

    private static UUID id(Response recorded) {
        return UUID.fromString(recorded.then().statusCode(201).extract().path("id"));
    }
}
