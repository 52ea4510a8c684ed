package dev.tightrope.voicemail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecurityIT {
    @Inject
    OutreachServiceStandIn outreachService;

    private final UUID team = UUID.randomUUID();
    private final User rep = User.rep("Anna Berg");
    private final User colleague = User.rep("Bo Ek");
    private final User manager = User.manager("Maj Holm");
    private final User otherManager = User.manager("Per Alm");

    @Test
    void anotherRepsOutreachDoesNotExist() {
        outreachService.knows(rep, team);
        outreachService.knows(colleague, team);
        outreachService.knows(otherManager, UUID.randomUUID());
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, team);
        String attempt =
                outreach.attempt("NO_ANSWER").then().statusCode(201).extract().path("id");

        for (User stranger : List.of(colleague, otherManager, User.manager("No Team"), User.rep("New Here"))) {
            for (Response response : everyCall(stranger, outreach.id(), attempt)) {
                assertThat(response.statusCode()).as(response.asString()).isEqualTo(404);
            }
            assertThat(stranger.calls()
                            .get("/api/v1/call-tasks")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .doesNotContain(outreach.id().toString());
            assertThat(stranger.calls()
                            .get("/api/v1/call-attempts")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .doesNotContain(outreach.id().toString());
        }
        rep.calls().get("/api/v1/call-attempts/" + attempt).then().body("status", equalTo("RECORDED"));
    }

    @Test
    void theManagerOfTheTeamSeesAndActs() {
        outreachService.knows(manager, team);
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, team);

        manager.calls()
                .get("/api/v1/call-tasks")
                .then()
                .statusCode(200)
                .body("data.outreachId", hasItem(outreach.id().toString()));
        String attempt = manager.sends(Map.of("outreachId", outreach.id(), "outcome", "VOICEMAIL_LEFT"))
                .post("/api/v1/call-attempts")
                .then()
                .statusCode(201)
                .body("recordedBy", equalTo(manager.id().toString()))
                .extract()
                .path("id");
        manager.calls()
                .post("/api/v1/call-attempts/" + attempt + "/undo")
                .then()
                .statusCode(200);
        User.admin("Root")
                .calls()
                .get("/api/v1/scripts/" + outreach.id())
                .then()
                .statusCode(200);
    }

    @Test
    void anOutreachGoesWithItsOwnerToAnotherTeam() {
        UUID next = UUID.randomUUID();
        outreachService.knows(manager, team);
        outreachService.knows(otherManager, next);
        outreachService.knows(rep, team);
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, team);

        outreachService.knows(rep, next);

        manager.calls().get("/api/v1/scripts/" + outreach.id()).then().statusCode(404);
        otherManager.calls().get("/api/v1/scripts/" + outreach.id()).then().statusCode(200);

        outreachService.knows(rep, null);

        otherManager.calls().get("/api/v1/scripts/" + outreach.id()).then().statusCode(404);
        rep.calls().get("/api/v1/scripts/" + outreach.id()).then().statusCode(200);
    }

    @Test
    void aRepWhoClaimsToLeadTheTeamDoesNot() {
        User pretender = User.rep("Eve");
        outreachService.knows(pretender, team);
        StagedOutreach outreach = StagedOutreach.prepared(outreachService, rep, team);

        pretender.calls().get("/api/v1/scripts/" + outreach.id()).then().statusCode(404);
    }

    @Test
    void nobodyIsLetInWithoutAValidTokenAndRole() {
        String id = UUID.randomUUID().toString();
        given().get("/api/v1/call-tasks").then().statusCode(401);
        given().auth().oauth2("nonsense").get("/api/v1/call-tasks").then().statusCode(401);
        User nobody = User.of("No Role");
        User guest = User.of("Guest", "guest");
        for (User user : List.of(nobody, guest)) {
            for (Response response : everyCall(user, UUID.randomUUID(), id)) {
                assertThat(response.statusCode()).isEqualTo(403);
                assertThat(response.contentType()).startsWith("application/problem+json");
            }
        }
    }

    @Test
    void theApiDescribesItself() {
        given().accept(ContentType.JSON)
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .body("paths", hasKey("/api/v1/scripts/{outreachId}/approval"))
                .body("paths", hasKey("/api/v1/homework/{outreachId}"))
                .body("paths", hasKey("/api/v1/call-tasks"))
                .body("paths", hasKey("/api/v1/call-attempts/{id}/undo"))
                .body("components.securitySchemes", not(equalTo(Map.of())));
        given().get("/q/swagger-ui/").then().statusCode(200);
    }

    @Test
    void requestsHaveAnId() {
        rep.calls()
                .header("X-Request-Id", "from-the-front-end")
                .get("/api/v1/homework/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .header("X-Request-Id", "from-the-front-end")
                .body("requestId", equalTo("from-the-front-end"))
                .body("errors", hasSize(0));
    }

    private static List<Response> everyCall(User user, UUID outreach, String attempt) {
        Map<String, Object> recorded = Map.of("outreachId", outreach, "outcome", "VOICEMAIL_LEFT");
        List<Response> responses = new ArrayList<>();
        responses.add(user.calls().get("/api/v1/homework/" + outreach));
        responses.add(user.sends(Map.of()).header("If-Match", "*").put("/api/v1/homework/" + outreach));
        responses.add(user.calls().get("/api/v1/scripts/" + outreach));
        responses.add(user.sends(Map.of("text", "x")).header("If-Match", "*").put("/api/v1/scripts/" + outreach));
        responses.add(user.calls().header("If-Match", "*").post("/api/v1/scripts/" + outreach + "/approval"));
        responses.add(user.calls().header("If-Match", "*").post("/api/v1/scripts/" + outreach + "/regeneration"));
        responses.add(user.calls().get("/api/v1/call-attempts?outreachId=" + outreach));
        responses.add(user.calls().get("/api/v1/call-attempts/" + attempt));
        responses.add(user.calls().post("/api/v1/call-attempts/" + attempt + "/undo"));
        responses.add(user.sends(recorded).post("/api/v1/call-attempts"));
        return responses;
    }
}
