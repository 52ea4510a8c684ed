package dev.tightrope.outreach.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.outreach.OutboxContents;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TeamIT {
    private static final String CHANGED = "dev.tightrope.outreach.person-profile-changed.v1";

    @Inject
    OutboxContents outbox;

    @Test
    void administratorPutsManagerIntoTeamAndManagerFillsIt() {
        User admin = User.admin("Vera Root");
        User manager = User.manager("Wilma Boss");
        User rep = User.rep("Yngve Rep");
        manager.calls().get("/api/v1/me");
        rep.calls().get("/api/v1/me");
        String team = team(admin);

        assign(admin, manager, team).statusCode(200).body("teamId", equalTo(team));
        assign(manager, rep, team).statusCode(200).body("teamId", equalTo(team));

        admin.calls()
                .queryParam("teamId", team)
                .get("/api/v1/people")
                .then()
                .statusCode(200)
                .body("data.id", hasItems(manager.id().toString(), rep.id().toString()))
                .body("page.hasMore", equalTo(false));
        assertThat(outbox.of(CHANGED, rep.id()))
                .last()
                .satisfies(told -> assertThat(told.get("teamId").asText()).isEqualTo(team));

        manager.sends("{\"teamId\":null}")
                .header("If-Match", "*")
                .put("/api/v1/people/" + rep.id() + "/team")
                .then()
                .statusCode(200)
                .body("teamId", nullValue());
    }

    @Test
    void managerReachesNoOtherTeamAndNotThemselves() {
        User admin = User.admin("Adam Root");
        User manager = User.manager("Britta Boss");
        User rep = User.rep("Calle Rep");
        manager.calls().get("/api/v1/me");
        rep.calls().get("/api/v1/me");
        String own = team(admin);
        String other = team(admin);

        assign(manager, rep, other).statusCode(403);
        assign(admin, manager, own).statusCode(200);
        assign(manager, rep, other).statusCode(403);
        assign(manager, manager, other).statusCode(403);
        assign(admin, rep, other).statusCode(200);
        assign(manager, rep, own).statusCode(403).body("code", equalTo("forbidden"));
        assign(rep, rep, own).statusCode(403);
        assign(admin, rep, UUID.randomUUID().toString()).statusCode(422).body("code", equalTo("unknown-team"));
        assign(admin, User.rep("Never Seen"), own).statusCode(404);
    }

    @Test
    void teamsHaveUniqueNamesAndAreMadeByAdministrators() {
        User admin = User.admin("Disa Root");
        String name = "Team " + UUID.randomUUID();
        String id = admin.sends(Map.of("name", name))
                .post("/api/v1/teams")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        admin.sends(Map.of("name", name.toUpperCase(java.util.Locale.ROOT)))
                .post("/api/v1/teams")
                .then()
                .statusCode(409)
                .body("code", equalTo("duplicate-team"))
                .body("teamId", equalTo(id));
        User.rep("Eva Rep")
                .sends(Map.of("name", "Mine"))
                .post("/api/v1/teams")
                .then()
                .statusCode(403);
        admin.sends(Map.of("name", "a\u0000b")).post("/api/v1/teams").then().statusCode(400);
        admin.sends(Map.of("name", name + " renamed"))
                .header("If-Match", "\"1\"")
                .put("/api/v1/teams/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        admin.calls().get("/api/v1/teams/" + id).then().statusCode(200).body("name", equalTo(name + " renamed"));
        admin.calls().get("/api/v1/teams/" + UUID.randomUUID()).then().statusCode(404);
        admin.calls()
                .queryParam("limit", 200)
                .get("/api/v1/teams")
                .then()
                .statusCode(200)
                .body("data.id", hasItem(id));
    }

    private static io.restassured.response.ValidatableResponse assign(User by, User whom, String team) {
        return by.sends(Map.of("teamId", team))
                .header("If-Match", "*")
                .put("/api/v1/people/" + whom.id() + "/team")
                .then();
    }

    private static String team(User admin) {
        return admin.sends(Map.of("name", "Team " + UUID.randomUUID()))
                .post("/api/v1/teams")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
