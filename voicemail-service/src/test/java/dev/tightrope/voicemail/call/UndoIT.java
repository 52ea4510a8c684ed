package dev.tightrope.voicemail.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.PublishedEvents;
import dev.tightrope.voicemail.StagedOutreach;
import dev.tightrope.voicemail.database.SettableDatabaseTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A mistaken attempt is taken back within its window and leads to no mail. */
@QuarkusTest
class UndoIT {
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
    void untilTheLastMomentItCanBeUndoneAndNoMailFollows() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        UUID id = outreach.attempted("SPOKEN");
        time.pass(WINDOW.minusNanos(1_000));
        releases.runOnce();

        outreach.undo(id)
                .then()
                .statusCode(200)
                .body("status", equalTo("UNDONE"))
                .body("undoneAt", notNullValue())
                .body("released", equalTo(false));
        outreach.undo(id).then().statusCode(200).body("status", equalTo("UNDONE"));
        time.pass(WINDOW);
        releases.runOnce();

        assertThat(published.typesOf(outreach.id()))
                .containsExactly("HomeworkCompleted", "ScriptApproved", "ConversationHeld", "CallAttemptUndone");
    }

    @Test
    void theSecondsLeftAreCountedByTheClockThatDecides() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        Response recorded = outreach.attempt("VOICEMAIL_LEFT");
        UUID id = StagedOutreach.idOf(recorded);
        String path = "/api/v1/call-attempts/" + id;
        assertThat(recorded.<Float>path("undoSecondsLeft")).isBetween(50f, 60f);

        time.pass(Duration.ofSeconds(40));
        assertThat(rep.calls().get(path).<Float>path("undoSecondsLeft")).isBetween(1f, 20f);

        outreach.undo(id).then().statusCode(200).body("undoSecondsLeft", equalTo(0f));
        UUID other = outreach.attempted("VOICEMAIL_LEFT");
        time.pass(WINDOW);
        rep.calls().get("/api/v1/call-attempts/" + other).then().body("undoSecondsLeft", equalTo(0f));
    }

    @Test
    void afterTheWindowItCannotBeUndone() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        UUID id = outreach.attempted("VOICEMAIL_LEFT");
        time.pass(WINDOW);

        outreach.undo(id)
                .then()
                .statusCode(409)
                .body("code", equalTo("undo-window-over"))
                .body("detail", containsString("could be undone until"))
                .body("state", equalTo("SENDING_EMAIL"))
                .body("tried", equalTo("CALL_ATTEMPT_UNDONE"))
                .body("mustHappenFirst", empty())
                .body("undoableUntil", notNullValue());
        releases.runOnce();
        // The service's own loop may have been at it a moment before.
        await().untilAsserted(
                        () -> outreach.undo(id).then().statusCode(409).body("attemptStatus", equalTo("RELEASED")));
        assertThat(published.typesOf(outreach.id())).endsWith("VoicemailLeft", "EmailReleased");
    }

    @Test
    void anUndoneAttemptMakesRoomWhateverEventsAreStillOnTheirWay() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        outreach.undo(outreach.attempted("VOICEMAIL_LEFT")).then().statusCode(200);
        UUID second = outreach.attempted("VOICEMAIL_LEFT");
        // What outreach-service answers to the first attempt and its undoing arrives late.
        outreach.moves("SENDING_EMAIL");
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(409);
        outreach.moves("READY_TO_CALL");
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(409).body("state", equalTo("SENDING_EMAIL"));
        outreach.undo(second).then().statusCode(200);
        outreach.moves("SENDING_EMAIL");
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(201);
    }
}
