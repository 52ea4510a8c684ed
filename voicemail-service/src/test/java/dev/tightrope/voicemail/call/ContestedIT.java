package dev.tightrope.voicemail.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.events.CompanyHeld;
import dev.tightrope.events.CompanyReleased;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** While somebody else holds the company and no manager has allowed it, nobody is called, whatever stage it is at. */
@QuarkusTest
class ContestedIT {
    @Inject
    OutreachServiceStandIn outreachService;

    @Inject
    PublishedEvents published;

    @Inject
    SettableDatabaseTime time;

    private final User rep = User.rep("Carl Colleague");
    private final UUID hold = UUID.randomUUID();

    @Test
    void itIsNotOfferedAndSaysWhoHoldsTheCompanyUntilAManagerAllowsIt() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        held(outreach, null);
        tasks("?offered=true").then().body("data[0].status", equalTo("DUE"));
        String before = tasks("").then().extract().path("data[0].updatedAt");

        held(outreach, "Rita Rep");

        tasks("")
                .then()
                .body("data[0].status", equalTo("COMPANY_CONTESTED"))
                .body("data[0].offered", equalTo(false))
                .body("data[0].reason", containsString("Rita Rep"))
                .body("data[0].reason", containsString("manager"))
                .body("data[0].phone", nullValue())
                .body("data[0].telLink", nullValue());
        tasks("?offered=true").then().body("data", empty());
        tasks("?sort=updatedAt&updatedAfter=" + before).then().body("data.status", hasItem("COMPANY_CONTESTED"));

        held(outreach, null);
        tasks("?offered=true").then().body("data[0].status", equalTo("DUE"));
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(201);
    }

    @ParameterizedTest
    @EnumSource(CallOutcome.class)
    void whateverCameOfACallItIsRefused(CallOutcome outcome) {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        held(outreach, "Rita Rep");
        int before = published.of(outreach.id()).size();

        rep.sends(attempt(outreach, outcome))
                .post("/api/v1/call-attempts")
                .then()
                .statusCode(409)
                .body("code", equalTo("company-held"))
                .body("detail", containsString("Rita Rep"))
                .body("mustHappenFirst[0]", containsString("hold-override"));

        assertThat(published.of(outreach.id())).hasSize(before);
    }

    @Test
    void itsScriptIsNotApproved() {
        StagedOutreach outreach = StagedOutreach.prepared(outreachService, rep, null);
        outreach.saveHomework(StagedOutreach.completeHomework()).then().statusCode(200);
        held(outreach, "Rita Rep");

        outreach.approveScript()
                .then()
                .statusCode(409)
                .body("code", equalTo("company-held"))
                .body("detail", containsString("Rita Rep"));

        held(outreach, null);
        outreach.approveScript().then().statusCode(200);
    }

    @Test
    void theHoldOfAnotherOutreachHindersNothingAndAReleasedOneNoMore() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        outreachService.tells(heldBy(UUID.randomUUID(), UUID.randomUUID(), "Rita Rep"));
        tasks("?offered=true").then().body("data[0].status", equalTo("DUE"));
        held(outreach, "Rita Rep");

        outreachService.tells(new CompanyReleased(hold, outreach.id()));

        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(201);
    }

    @Test
    void whatWasRecordedBeforeItBecameKnownStandsAndCanBeUndone() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        UUID attempt = outreach.attempted("VOICEMAIL_LEFT");

        held(outreach, "Rita Rep");

        rep.calls()
                .get("/api/v1/call-attempts/" + attempt)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("VOICEMAIL_LEFT"));
        outreach.undo(attempt).then().statusCode(200);
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(409).body("code", equalTo("company-held"));
    }

    private Map<String, Object> attempt(StagedOutreach outreach, CallOutcome outcome) {
        Map<String, Object> body = new HashMap<>();
        body.put("outreachId", outreach.id());
        body.put("outcome", outcome);
        if (outcome == CallOutcome.MEETING_AGREED) {
            body.put("meetingAt", time.now().plus(Duration.ofDays(3)).toString());
        }
        if (outcome == CallOutcome.REFERRED) {
            body.put("referredTo", Map.of("name", "Karin Ek"));
        }
        return body;
    }

    private void held(StagedOutreach outreach, @Nullable String contestedBy) {
        outreachService.tells(heldBy(hold, outreach.id(), contestedBy));
    }

    private CompanyHeld heldBy(UUID holdId, UUID outreach, @Nullable String contestedBy) {
        return new CompanyHeld(
                holdId, outreach, rep.id(), rep.name(), "Pulp & Paper", List.of("pulp.example"), contestedBy);
    }

    private Response tasks(String query) {
        return rep.calls().get("/api/v1/call-tasks" + query);
    }
}
