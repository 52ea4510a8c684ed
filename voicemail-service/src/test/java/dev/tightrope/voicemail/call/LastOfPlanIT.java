package dev.tightrope.voicemail.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.events.CallUnsuccessful;
import dev.tightrope.events.ExecutiveCorrected;
import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.PublishedEvents;
import dev.tightrope.voicemail.StagedOutreach;
import dev.tightrope.voicemail.database.SettableDatabaseTime;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As many attempts as planned reached nobody: the outreach needs attention, and each number has attempts of its own. */
@QuarkusTest
class LastOfPlanIT {
    @Inject
    OutreachServiceStandIn outreachService;

    @Inject
    PublishedEvents published;

    @Inject
    SettableDatabaseTime time;

    @Inject
    ReleaseDueAttempts releases;

    private final User rep = User.rep("Anna Berg");
    private StagedOutreach outreach;

    @BeforeEach
    void called() {
        outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        outreach.attempt("NO_ANSWER").then().statusCode(201).body("lastOfPlan", equalTo(false));
        outreach.attempt("BUSY").then().statusCode(201).body("nextAttemptAt", notNullValue());
    }

    @Test
    void theLastOneIsToldAsSuchAndStopsTheCallsAtOnce() {
        outreach.attempt("ASSISTANT_ANSWERED")
                .then()
                .statusCode(201)
                .body("lastOfPlan", equalTo(true))
                .body("nextAttemptAt", nullValue());
        refusedAsNeedsAttention();
        released();
        refusedAsNeedsAttention();

        assertThat(published.ofCalls(outreach.id()))
                .extracting(event -> ((CallUnsuccessful) event).attempts() + " "
                        + (((CallUnsuccessful) event).nextAttemptAt() != null))
                .containsExactly("1 true", "2 true", "3 false");
    }

    @Test
    void noFurtherAttemptIsPlannedWithIt() {
        rep.sends(Map.of(
                        "outreachId",
                        outreach.id(),
                        "outcome",
                        "NO_ANSWER",
                        "nextAttemptAt",
                        time.now().plus(Duration.ofDays(1)).toString()))
                .post("/api/v1/call-attempts")
                .then()
                .statusCode(409)
                .body("code", equalTo("last-of-plan"))
                .body("detail", containsString("find another number"));
    }

    @Test
    void anotherNumberIsCalledAsOftenWhateverTheStateItWasGivenIn() {
        renumbered("+46701740601");

        // What was planned was planned for the old one.
        rep.calls()
                .get("/api/v1/call-tasks")
                .then()
                .body("data[0].status", equalTo("DUE"))
                .body("data[0].nextAttemptAt", nullValue())
                .body("data[0].unsuccessfulAttempts", equalTo(0));
        outreach.attempt("NO_ANSWER").then().statusCode(201).body("lastOfPlan", equalTo(false));
        outreach.attempt("NO_ANSWER").then().statusCode(201).body("lastOfPlan", equalTo(false));
        outreach.attempt("NO_ANSWER").then().statusCode(201).body("lastOfPlan", equalTo(true));
    }

    @Test
    void whatTheRepPutRightIsCalledAsOftenAgain() {
        outreach.attempt("BUSY").then().statusCode(201).body("lastOfPlan", equalTo(true));
        released();
        outreach.needsAttention("NOT_REACHED");
        outreach.moves("READY_TO_CALL");

        rep.calls()
                .get("/api/v1/call-tasks")
                .then()
                .body("data[0].unsuccessfulAttempts", equalTo(0))
                .body("data[0].phone", equalTo(outreach.phone()));
        outreach.attempt("BUSY").then().statusCode(201).body("lastOfPlan", equalTo(false));
        released();
        assertThat(published.ofCalls(outreach.id()))
                .last()
                .satisfies(event ->
                        assertThat(((CallUnsuccessful) event).attempts()).isEqualTo(1));
    }

    private void renumbered(String number) {
        outreach.renumbered(number);
        outreachService.tells(new ExecutiveCorrected(outreach.ref(), outreach.executive(), time.now()));
    }

    private void released() {
        time.pass(Duration.ofSeconds(60));
        releases.runOnce();
    }

    private void refusedAsNeedsAttention() {
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(409).body("state", equalTo("NEEDS_ATTENTION"));
    }
}
