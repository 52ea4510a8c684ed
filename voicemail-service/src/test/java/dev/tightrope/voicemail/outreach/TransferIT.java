package dev.tightrope.voicemail.outreach;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.tightrope.events.EmailReopened;
import dev.tightrope.events.OutreachMoved;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.OutreachTransferred;
import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.StagedOutreach;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Script, homework, call list and calls of an outreach that is handed over are the new owner's; statistics stay. */
@QuarkusTest
class TransferIT {
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    @Inject
    OutreachServiceStandIn outreachService;

    private final UUID team = UUID.randomUUID();
    private final User rep = User.rep("Anna Berg");
    private final User heir = User.rep("Hugo Heir");
    private StagedOutreach outreach;

    @BeforeEach
    void oneThatWasCalledInVain() {
        outreachService.knows(rep, team);
        outreachService.knows(heir, team);
        outreach = StagedOutreach.readyToCall(outreachService, rep, team);
        outreach.attempt("NO_ANSWER").then().statusCode(201);
    }

    /** As outreach-service tells it of one that is ready to be called. */
    private void handOver() {
        OutreachRef given = new OutreachRef(outreach.id(), 1, outreach.ref().prospectId(), heir.id(), team);
        outreachService.publish(new OutreachMoved(given, "READY_TO_CALL", "PREPARING_EMAIL", 50, "transferred", AT));
        outreachService.publish(new EmailReopened(given, 1, "handed over", AT, null));
        outreachService.tells(new OutreachTransferred(given, rep.id(), "Anna leaves us", AT, null, null, null, null));
    }

    private static ValidatableResponse get(User user, String path) {
        return user.calls().get("/api/v1/" + path).then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"homework/", "scripts/", "call-attempts?outreachId="})
    void theNewOwnerFindsItAndTheFormerOneDoesNot(String resource) {
        get(rep, resource + outreach.id()).statusCode(200);
        get(heir, resource + outreach.id()).statusCode(404);

        handOver();

        get(rep, resource + outreach.id()).statusCode(404);
        get(heir, resource + outreach.id()).statusCode(200);
    }

    @Test
    void nobodyCallsOnAnApprovalOfTheFormerOwner() {
        handOver();

        outreach.attempt("NO_ANSWER").then().statusCode(404);
        get(rep, "call-tasks").body("data", empty());
        heir.sends(Map.of("outreachId", outreach.id(), "outcome", "VOICEMAIL_LEFT"))
                .post("/api/v1/call-attempts")
                .then()
                .statusCode(409);
        get(heir, "scripts/" + outreach.id()).body("status", equalTo("DRAFT"));
        get(heir, "homework/" + outreach.id()).body("complete", equalTo(true));
    }

    @Test
    void evenWhereItsStateStaysItIsTheNewOwners() {
        outreach.moves("AWAITING_RESPONSE");
        OutreachRef given = new OutreachRef(outreach.id(), 1, outreach.ref().prospectId(), heir.id(), team);

        outreachService.tells(new OutreachTransferred(given, rep.id(), "Anna leaves us", AT, null, null, null, null));

        get(rep, "scripts/" + outreach.id()).statusCode(404);
        get(heir, "scripts/" + outreach.id()).statusCode(200);
    }

    @Test
    void callsCountForWhoeverMadeThem() {
        handOver();

        get(rep, "call-attempts/statistics").body("total.attempts", equalTo(1));
        get(heir, "call-attempts/statistics").body("total.attempts", equalTo(0));
        get(heir, "call-attempts?outreachId=" + outreach.id()).body("data", hasSize(1));
    }
}
