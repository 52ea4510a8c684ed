package dev.tightrope.voicemail.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.tightrope.events.CallUnsuccessful;
import dev.tightrope.events.ExecutiveDeclined;
import dev.tightrope.events.WrongNumberFound;
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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Attempts after which no mail goes: nobody heard the message, the number is wrong, or the executive said no. */
@QuarkusTest
class NoPromiseIT {
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

    @ParameterizedTest
    @EnumSource(
            value = CallOutcome.class,
            names = {"NO_ANSWER", "BUSY", "ASSISTANT_ANSWERED", "VOICEMAIL_CUT_OFF"})
    void whoWasNotReachedIsCalledAgain(CallOutcome outcome) {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        Response recorded = outreach.attempt(outcome.name());
        recorded.then().statusCode(201).body("promisesEmail", equalTo(false)).body("nextAttemptAt", notNullValue());
        assertThat(published.ofCalls(outreach.id())).isEmpty();
        time.pass(WINDOW);
        releases.runOnce();

        assertThat(published.ofCalls(outreach.id())).singleElement().satisfies(event -> {
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
        assertThat(published.ofCalls(outreach.id()))
                .singleElement()
                .satisfies(
                        event -> assertThat(((WrongNumberFound) event).phone()).isEqualTo(outreach.phone()));

        outreach.moves("NEEDS_ATTENTION");
        outreach.moves("READY_TO_CALL");
        outreach.numberGiven("+46701740603", time.now());
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(201);
    }

    @Test
    void aNoIsToldWithItsReasonOnlyWhenItCannotBeTakenBack() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        outreach.undo(outreach.attempted("DECLINED")).then().statusCode(200);
        assertThat(published.ofCalls(outreach.id())).isEmpty();
        rep.sends(Map.of("outreachId", outreach.id(), "outcome", "DECLINED", "notes", "We build our own."))
                .post("/api/v1/call-attempts")
                .then()
                .statusCode(201);
        outreach.attempt("NO_ANSWER").then().statusCode(409).body("state", equalTo("CLOSED"));
        time.pass(WINDOW);
        releases.runOnce();

        assertThat(published.ofCalls(outreach.id()))
                .singleElement()
                .satisfies(event ->
                        assertThat(((ExecutiveDeclined) event).reason()).isEqualTo("We build our own."));
    }
}
