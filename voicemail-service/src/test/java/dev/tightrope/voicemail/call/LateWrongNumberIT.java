package dev.tightrope.voicemail.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.events.CallAttemptUndone;
import dev.tightrope.events.EmailReleased;
import dev.tightrope.events.EmailWithheld;
import dev.tightrope.events.ExecutiveCorrected;
import dev.tightrope.events.VoicemailLeft;
import dev.tightrope.events.WrongNumberFound;
import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.PublishedEvents;
import dev.tightrope.voicemail.StagedOutreach;
import dev.tightrope.voicemail.database.SettableDatabaseTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After the voicemail it turns out that somebody else heard it: the attempt is void, whenever that is. */
@QuarkusTest
class LateWrongNumberIT {
    private static final Duration WINDOW = Duration.ofSeconds(60);

    @Inject
    OutreachServiceStandIn outreachService;

    @Inject
    PublishedEvents published;

    @Inject
    SettableDatabaseTime time;

    @Inject
    ReleaseDueAttempts releases;

    @Inject
    ReleaseLoop loop;

    private final User rep = User.rep("Anna Berg");
    private StagedOutreach outreach;

    @BeforeEach
    void releaseByHand() {
        loop.stop();
        time.pass(Duration.ofMinutes(5));
        releases.runOnce();
        outreach = StagedOutreach.readyToCall(outreachService, rep, null);
    }

    @AfterEach
    void releaseByItself() {
        loop.start();
    }

    @Test
    void withinTheUndoWindowNothingIsReleasedAnyMore() {
        UUID id = outreach.attempted("VOICEMAIL_LEFT");

        report(id)
                .then()
                .statusCode(200)
                .body("status", equalTo("VOID"))
                .body("wrongNumber.by", equalTo("" + rep.id()))
                .body("wrongNumber.at", notNullValue())
                .body("wrongNumber.notes", equalTo("Their dentist rang back."));
        report(id).then().statusCode(200).body("status", equalTo("VOID"));
        outreach.undo(id)
                .then()
                .statusCode(409)
                .body("code", equalTo("attempt-void"))
                .body("detail", containsString("somebody else's"));
        time.pass(WINDOW);
        releases.runOnce();

        assertThat(published.ofCalls(outreach.id()))
                .extracting(Object::getClass)
                .containsExactly(VoicemailLeft.class, WrongNumberFound.class);
        assertThat(published.ofCalls(outreach.id())).last().satisfies(event -> {
            WrongNumberFound found = (WrongNumberFound) event;
            assertThat(found.attemptId()).isEqualTo(id);
            assertThat(found.phone()).isEqualTo(outreach.phone());
            assertThat(found.actedBy()).isEqualTo(rep.id());
        });
    }

    @Test
    void afterTheReleaseTheOutreachWaitsForTheRightNumberAndIsCalledAgain() {
        UUID id = outreach.attempted("SPOKEN");
        outreach.moves("SENDING_EMAIL");
        time.pass(WINDOW);
        releases.runOnce();

        report(id).then().statusCode(200).body("status", equalTo("VOID")).body("released", equalTo(true));

        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(409).body("state", equalTo("NEEDS_ATTENTION"));
        assertThat(published.typesOf(outreach.id())).endsWith("ConversationHeld", "EmailReleased", "WrongNumberFound");
        outreach.needsAttention("WRONG_NUMBER");
        outreach.moves("READY_TO_CALL");
        outreach.numberGiven(outreach.phone(), time.now());
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(201);
        time.pass(WINDOW);
        releases.runOnce();
        assertThat(published.typesOf(outreach.id())).endsWith("VoicemailLeft", "EmailReleased");
    }

    @Test
    void whenTheMailIsOutItIsToldAndTheSilenceGoesOn() {
        UUID id = outreach.attempted("VOICEMAIL_LEFT");
        outreach.moves("SENDING_EMAIL");
        time.pass(WINDOW);
        releases.runOnce();
        outreach.moves("AWAITING_RESPONSE");

        report(id).then().statusCode(200).body("status", equalTo("VOID"));

        assertThat(published.typesOf(outreach.id())).endsWith("WrongNumberFound");
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(409).body("state", equalTo("AWAITING_RESPONSE"));
    }

    @Test
    void whatIsFoundDuringTheWaitIsNotCalledInTheNextRoundUntilItIsCorrected() {
        UUID id = outreach.attempted("VOICEMAIL_LEFT");
        outreach.moves("SENDING_EMAIL");
        time.pass(WINDOW);
        releases.runOnce();
        outreach.moves("AWAITING_RESPONSE");
        report(id).then().statusCode(200);

        calledAgain();
        listed("NUMBER_WRONG")
                .body("data[0].offered", equalTo(false))
                .body("data[0].when", equalTo("LATER"))
                .body("data[0].reason", containsString("executive-correction"))
                .body("data[0].phone", nullValue())
                .body("data[0].telLink", nullValue());
        rep.calls().get("/api/v1/call-tasks?offered=true").then().body("data", empty());
        refusedUntilCorrected();

        // Another address says nothing about the number.
        outreachService.tells(new ExecutiveCorrected(outreach.ref(), outreach.executive(), time.now()));
        refusedUntilCorrected();

        outreach.numberGiven("+46701740602", time.now());
        listed("DUE").body("data[0].phone", equalTo("+46701740602"));
        outreach.attempt("NO_ANSWER").then().statusCode(201);
    }

    @Test
    void whatIsRightAfterAllIsCalledUntilItIsFoundWrongAgain() {
        outreach.attempted("WRONG_NUMBER");
        time.pass(WINDOW);
        releases.runOnce();
        outreach.needsAttention("WRONG_NUMBER");
        // A new round instead of a correction.
        calledAgain();
        listed("NUMBER_WRONG");
        refusedUntilCorrected();

        outreach.numberGiven(outreach.phone(), time.now());
        listed("DUE").body("data[0].phone", equalTo(outreach.phone()));
        outreach.attempt("WRONG_NUMBER").then().statusCode(201);
        time.pass(WINDOW);
        releases.runOnce();
        outreach.needsAttention("WRONG_NUMBER");
        calledAgain();
        refusedUntilCorrected();
    }

    @Test
    void anAnswerThatIsOnItsWayDoesNotOfferTheNumberAgain() {
        UUID id = outreach.attempted("VOICEMAIL_LEFT");
        report(id).then().statusCode(200);

        // outreach-service has only seen the voicemail so far.
        outreach.moves("SENDING_EMAIL");

        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(409);
    }

    @ParameterizedTest
    @EnumSource(
            value = CallOutcome.class,
            names = {"NO_ANSWER", "WRONG_NUMBER", "DECLINED"})
    void whatPromisedNothingHasNothingToVoid(CallOutcome outcome) {
        UUID id = outreach.attempted(outcome.name());

        report(id)
                .then()
                .statusCode(409)
                .body("code", equalTo("nothing-to-void"))
                .body("tried", equalTo("WRONG_NUMBER_REPORTED"))
                .body("detail", containsString("executive-correction"));
        assertThat(published.ofCalls(outreach.id())).isEmpty();
    }

    @Test
    void onlyTheLatestPromiseOfTheRoundThatGoesOnIsReported() {
        UUID undone = outreach.attempted("VOICEMAIL_LEFT");
        outreach.undo(undone).then().statusCode(200);
        UUID withheld = outreach.attempted("VOICEMAIL_LEFT");
        outreachService.tells(new EmailWithheld(outreach.ref(), withheld, "Suppressed.", time.now(), "SUPPRESSED"));
        UUID latest = outreach.attempted("VOICEMAIL_LEFT");

        report(undone).then().statusCode(409).body("detail", containsString("undone"));
        report(withheld).then().statusCode(409).body("detail", containsString("recorded since"));

        outreach.nextRound();
        report(latest).then().statusCode(409).body("detail", containsString("round 2 goes on"));
    }

    @Test
    void othersNeitherSeeNorReportItAndNotesAreChecked() {
        UUID id = outreach.attempted("VOICEMAIL_LEFT");

        User.rep("Stig Stranger").sends(Map.of()).post(path(id)).then().statusCode(404);
        rep.sends(Map.of("notes", "a\u0000b"))
                .post(path(id))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/notes"));
        rep.calls().post(path(id)).then().statusCode(200).body("status", equalTo("VOID"));
    }

    @Test
    void undoneReleasedAndFoundWrongAtTheSameMomentItHasOneEnd() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<StagedOutreach> outreaches = new ArrayList<>();
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            StagedOutreach one = StagedOutreach.readyToCall(outreachService, rep, null);
            UUID id = one.attempted("VOICEMAIL_LEFT");
            outreaches.add(one);
            work.add(() -> report(id).statusCode());
            work.add(
                    i % 2 == 0 ? work.size() - 1 : work.size(),
                    () -> one.undo(id).statusCode());
        }
        for (int i = 0; i < 3; i++) {
            work.add(work.size() / 2, () -> {
                time.pass(Duration.ofSeconds(21));
                releases.runOnce();
                return 200;
            });
        }
        for (Future<Integer> answer : threads.invokeAll(work)) {
            assertThat(answer.get()).isIn(200, 409);
        }
        threads.shutdown();
        time.pass(WINDOW);
        releases.runOnce();

        for (StagedOutreach one : outreaches) {
            List<Class<?>> ends = new ArrayList<>();
            published.ofCalls(one.id()).forEach(event -> ends.add(event.getClass()));
            assertThat(ends)
                    .as("undone, or found wrong before or after the release")
                    .isIn(
                            List.of(VoicemailLeft.class, CallAttemptUndone.class),
                            List.of(VoicemailLeft.class, WrongNumberFound.class),
                            List.of(VoicemailLeft.class, EmailReleased.class, WrongNumberFound.class));
        }
    }

    private void calledAgain() {
        outreach.nextRound();
        outreach.emailPrepared();
        outreach.becomesReadyToCall();
    }

    private ValidatableResponse listed(String status) {
        return rep.calls().get("/api/v1/call-tasks").then().body("data.status", contains(status));
    }

    private void refusedUntilCorrected() {
        outreach.attempt("NO_ANSWER")
                .then()
                .statusCode(409)
                .body("code", equalTo("wrong-number"))
                .body("mustHappenFirst[0]", containsString("POST /outreaches/{id}/executive-correction"));
    }

    private Response report(UUID id) {
        return rep.sends(Map.of("notes", "Their dentist rang back.")).post(path(id));
    }

    private static String path(UUID id) {
        return "/api/v1/call-attempts/" + id + "/wrong-number";
    }
}
