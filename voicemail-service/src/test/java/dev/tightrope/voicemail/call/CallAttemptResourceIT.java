package dev.tightrope.voicemail.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.PublishedEvents;
import dev.tightrope.voicemail.StagedOutreach;
import dev.tightrope.voicemail.database.SettableDatabaseTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Requests about call attempts: repeated, wrong, and for lists. */
@QuarkusTest
class CallAttemptResourceIT {
    @Inject
    OutreachServiceStandIn outreachService;

    @Inject
    PublishedEvents published;

    @Inject
    SettableDatabaseTime time;

    private final User rep = User.rep("Anna Berg");

    @Test
    void theSameKeyGetsTheSameAnswerAndAnotherBodyIsRefused() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        Map<String, Object> body = Map.of("outreachId", outreach.id(), "outcome", "VOICEMAIL_LEFT");
        String key = UUID.randomUUID().toString();
        UUID first = StagedOutreach.idOf(keyed(key, body));

        keyed(key, body).then().statusCode(201).body("id", equalTo(first.toString()));
        keyed(key, Map.of("outreachId", outreach.id(), "outcome", "SPOKEN"))
                .then()
                .statusCode(422);
        keyed(UUID.randomUUID().toString(), body).then().statusCode(409);
        assertThat(published.ofCalls(outreach.id())).hasSize(1);
    }

    @Test
    void aWrongBodyIsRefusedNamingTheFields() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        outreach.attempt("MEETING_AGREED").then().statusCode(400).body("errors[0].pointer", equalTo("/meetingAt"));
        outreach.attempt("REFERRED").then().statusCode(400).body("errors[0].pointer", equalTo("/referredTo"));
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("outcome", null);
        rep.sends(nothing)
                .post("/api/v1/call-attempts")
                .then()
                .statusCode(400)
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
        outreach.undo(UUID.randomUUID()).then().statusCode(404);
        rep.calls().get("/api/v1/call-attempts?outreachId=42").then().statusCode(400);
        rep.calls().get("/api/v1/call-attempts?cursor=42").then().statusCode(400);
        rep.calls().get("/api/v1/call-attempts?limit=0").then().statusCode(400);
        rep.calls().get("/api/v1/call-attempts?limit=x").then().statusCode(400);
        rep.calls().get("/api/v1/call-attempts?updatedAfter=yesterday").then().statusCode(400);
        rep.calls()
                .urlEncodingEnabled(false)
                .get("/api/v1/call-attempts?updatedAfter=%2B999999999-12-31T23:59:59Z")
                .then()
                .statusCode(400);
        assertThat(published.ofCalls(outreach.id())).isEmpty();
    }

    @Test
    void attemptsAreListedNewestFirstPageByPage() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        UUID first = outreach.attempted("BUSY");
        UUID second = outreach.attempted("NO_ANSWER");
        time.pass(Duration.ofSeconds(1));
        UUID third = outreach.attempted("BUSY");

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
    }

    private Response keyed(String key, Object body) {
        return rep.sends(body).header("Idempotency-Key", key).post("/api/v1/call-attempts");
    }
}
