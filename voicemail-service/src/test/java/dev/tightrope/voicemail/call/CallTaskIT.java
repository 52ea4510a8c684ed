package dev.tightrope.voicemail.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.events.StoryPermissionEnded;
import dev.tightrope.events.SuggestionOpened;
import dev.tightrope.events.SuggestionSettled;
import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.StagedOutreach;
import dev.tightrope.voicemail.database.SettableDatabaseTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CallTaskIT {
    @Inject
    OutreachServiceStandIn outreachService;

    @Inject
    SettableDatabaseTime time;

    private final User rep = User.rep("Anna Berg");

    @Test
    void whatIsReadyIsListedWithAllThatIsNeededForTheCall() {
        StagedOutreach.prepared(outreachService, rep, null);
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);

        tasks("")
                .then()
                .statusCode(200)
                .body("data.outreachId", contains(outreach.id().toString()))
                .body("data[0].status", equalTo("DUE"))
                .body("data[0].offered", equalTo(true))
                .body("data[0].executiveName", equalTo("Sture Lindqvist"))
                .body("data[0].namePronunciation", equalTo("STOO-reh LIND-kvist"))
                .body("data[0].prospectName", equalTo("Pulp & Paper AB"))
                .body("data[0].phone", equalTo(outreach.phone()))
                .body("data[0].telLink", equalTo("tel:" + outreach.phone()))
                .body("data[0].emailSubject", containsString("Kärnvärme"))
                .body("data[0].scriptText", containsString("To sum up, I will also put together an e-mail for you."))
                .body("data[0].reason", nullValue());
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(201);
        tasks("").then().body("data", empty());
    }

    @Test
    void thePlannedTimeIsRespectedAndAfterTheLastAttemptTheRepDecides() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        outreach.attempt("NO_ANSWER").then().statusCode(201);
        tasks("")
                .then()
                .body("data[0].status", equalTo("PLANNED"))
                .body("data[0].offered", equalTo(false))
                .body("data[0].reason", containsString("planned for"))
                .body("data[0].lastOutcome", equalTo("NO_ANSWER"));
        tasks("?offered=true").then().body("data", empty());
        tasks("?when=NEXT")
                .then()
                .body("data[0].callableFrom", equalTo(planned().toString()));
        time.becomes(planned());
        tasks("?offered=true").then().body("data[0].status", equalTo("DUE"));

        outreach.attempt("BUSY").then().statusCode(201);
        // Another day: as of a call the rep makes sooner all the same.
        assertThat(planned()).isEqualTo(time.now().plus(Duration.ofHours(16)));
        UUID last = StagedOutreach.idOf(outreach.attempt("BUSY"));
        tasks("").then().body("data", empty());
        outreach.attempt("NO_ANSWER").then().statusCode(409).body("state", equalTo("NEEDS_ATTENTION"));

        // Taken back, it is open again what comes of it.
        outreach.undo(last).then().statusCode(200);
        tasks("").then().body("data[0].unsuccessfulAttempts", equalTo(2));
    }

    @Test
    void anUndoneAttemptCountsForNothing() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        String attempt = outreach.attempt("NO_ANSWER").path("id");
        rep.calls().post("/api/v1/call-attempts/" + attempt + "/undo").then().statusCode(200);

        tasks("")
                .then()
                .body("data[0].status", equalTo("DUE"))
                .body("data[0].unsuccessfulAttempts", equalTo(0))
                .body("data[0].lastOutcome", nullValue());
    }

    @Test
    void withoutPermissionToNameTheCompetitorNobodyIsOffered() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        outreachService.tells(new StoryPermissionEnded(outreach.ref(), UUID.randomUUID(), "Kärnvärme", Instant.EPOCH));

        tasks("?offered=true").then().body("data", empty());
        tasks("?offered=false")
                .then()
                .body("data[0].status", equalTo("PERMISSION_ENDED"))
                .body("data[0].phone", nullValue())
                .body("data[0].telLink", nullValue());
    }

    @Test
    void whileAMessageMayBeAnAnswerNobodyIsCalled() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        UUID suggestion = UUID.randomUUID();
        outreachService.tells(new SuggestionOpened(
                outreach.ref(),
                suggestion,
                UUID.randomUUID(),
                "Per Lund",
                "per@x.example",
                "A question",
                "Hello",
                "held-company",
                Instant.EPOCH));

        tasks("?offered=true").then().body("data", empty());
        tasks("").then().body("data[0].status", equalTo("REVIEW_OPEN")).body("data[0].phone", nullValue());
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(409).body("code", equalTo("review-open"));

        outreachService.tells(
                new SuggestionSettled(outreach.ref(), suggestion, "REJECTED", UUID.randomUUID(), Instant.EPOCH));
        tasks("?offered=true").then().body("data[0].status", equalTo("DUE"));
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(201);
    }

    @Test
    void pagesFollowOneAnother() {
        StagedOutreach.readyToCall(outreachService, rep, null);
        StagedOutreach.readyToCall(outreachService, rep, null);
        StagedOutreach later = StagedOutreach.readyToCall(outreachService, rep, null);
        later.attempt("NO_ANSWER").then().statusCode(201);

        Response first = tasks("?limit=2");
        first.then().body("data.size()", equalTo(2)).body("page.hasMore", equalTo(true));
        tasks("?limit=2&cursor=" + first.path("page.nextCursor"))
                .then()
                .body("data.outreachId", contains(later.id().toString()))
                .body("page.hasMore", equalTo(false));
        tasks("?offered=maybe").then().statusCode(400);
        tasks("?limit=201").then().statusCode(400);
        tasks("?cursor=%25").then().statusCode(400);
    }

    private Instant planned() {
        return Instant.parse(tasks("").path("data[0].nextAttemptAt"));
    }

    private Response tasks(String query) {
        return rep.calls().get("/api/v1/call-tasks" + query);
    }
}
