package dev.tightrope.outreach.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import dev.tightrope.api.Roles;
import dev.tightrope.outreach.Catalogue;
import dev.tightrope.outreach.OutboxContents;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PeopleIT {
    private static final String CHANGED = "dev.tightrope.outreach.person-profile-changed.v1";

    @Inject
    OutboxContents outbox;

    @Test
    void firstSignInMakesProfileFromClaimsOnce() {
        User rep = User.rep("Nora Berg");

        rep.calls()
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("id", equalTo(rep.id().toString()))
                .body("name", equalTo("Nora Berg"))
                .body("email", equalTo(rep.email()))
                .body("zone", equalTo("UTC"))
                .body("language", equalTo("en"))
                .body("manager", equalTo(false));
        rep.calls().get("/api/v1/me").then().statusCode(200).header("ETag", "\"1\"");

        assertThat(outbox.of(CHANGED, rep.id())).singleElement().satisfies(told -> {
            assertThat(told.get("name").asText()).isEqualTo("Nora Berg");
            assertThat(told.get("email").asText()).isEqualTo(rep.email());
        });
    }

    @Test
    void ownProfileIsChangedAndTold() {
        User rep = User.rep("Olle Ek");
        rep.calls().get("/api/v1/me");

        rep.sends(profile())
                .header("If-Match", "\"1\"")
                .put("/api/v1/me")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("phone", equalTo("+46701740605"))
                .body("zone", equalTo("Europe/Stockholm"))
                .body("signature", equalTo("Olle Ek\nAccount executive"));

        assertThat(outbox.of(CHANGED, rep.id()))
                .hasSize(2)
                .last()
                .satisfies(told -> assertThat(told.get("phone").asText()).isEqualTo("+46701740605"));
    }

    @Test
    void unchangedProfileIsNotToldAgain() {
        User rep = User.rep("Pia Falk");
        rep.sends(profile()).header("If-Match", "*").put("/api/v1/me").then().statusCode(200);

        rep.sends(profile())
                .header("If-Match", "\"2\"")
                .put("/api/v1/me")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");

        assertThat(outbox.of(CHANGED, rep.id())).hasSize(2);
    }

    @Test
    void becomingManagerIsTakenOverFromToken() {
        User rep = User.rep("Rut Holm");
        rep.calls().get("/api/v1/me");

        new User(rep.id(), rep.name(), rep.email(), List.of(Roles.SALES_MANAGER))
                .calls()
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("manager", equalTo(true));

        assertThat(outbox.of(CHANGED, rep.id()))
                .last()
                .satisfies(told -> assertThat(told.get("manager").asBoolean()).isTrue());
    }

    @Test
    void updateNeedsCurrentVersion() {
        User rep = User.rep("Sven Alm");
        rep.calls().get("/api/v1/me");

        rep.sends(profile()).put("/api/v1/me").then().statusCode(428).body("code", equalTo("precondition-required"));
        rep.sends(profile())
                .header("If-Match", "\"7\"")
                .put("/api/v1/me")
                .then()
                .statusCode(412)
                .body("code", equalTo("precondition-failed"));
    }

    @Test
    void everyWrongFieldIsNamed() {
        User rep = User.rep("Tove Dahl");
        Map<String, Object> wrong = new HashMap<>(profile());
        wrong.put("name", "Tove\r\nBcc: all@example.com");
        wrong.put("title", " ");
        wrong.put("zone", "Mars/Olympus");
        wrong.put("language", "not a tag");

        rep.sends(wrong)
                .header("If-Match", "*")
                .put("/api/v1/me")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItems("/name", "/title", "/zone", "/language"));

        Map<String, Object> unreachable = new HashMap<>(profile());
        unreachable.put("phone", "12");
        unreachable.put("email", "tove@localhost");
        rep.sends(unreachable)
                .header("If-Match", "*")
                .put("/api/v1/me")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/phone", "/email"));
    }

    @Test
    void unknownFieldIsRefusedByName() {
        User rep = User.rep("Ulf Strand");

        rep.sends(Catalogue.with(profile(), "teamId", UUID.randomUUID()))
                .header("If-Match", "*")
                .put("/api/v1/me")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/teamId"));
    }

    @Test
    void nobodyIsLetInWithoutToken() {
        given().get("/api/v1/me").then().statusCode(401);
        given().get("/api/v1/people").then().statusCode(401);
        given().get("/api/v1/teams").then().statusCode(401);
        given().auth()
                .oauth2("not.a.token")
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void peopleAreFoundByName() {
        User rep = User.rep("Findable Person " + UUID.randomUUID());
        rep.calls().get("/api/v1/me");

        rep.calls()
                .queryParam("name", rep.name().substring(10))
                .get("/api/v1/people")
                .then()
                .statusCode(200)
                .body("data.id", equalTo(List.of(rep.id().toString())));
        rep.calls()
                .queryParam("name", "100% sure_not")
                .get("/api/v1/people")
                .then()
                .statusCode(200)
                .body("data.id", not(hasItem(rep.id().toString())));
        rep.calls().get("/api/v1/people/" + rep.id()).then().statusCode(200).body("name", equalTo(rep.name()));
        rep.calls().get("/api/v1/people/" + UUID.randomUUID()).then().statusCode(404);
    }

    private static Map<String, Object> profile() {
        return Map.of(
                "name", "Olle Ek",
                "title", "Account executive",
                "phone", "+46 70-174 06 05",
                "email", "olle.ek@seller.example",
                "zone", "Europe/Stockholm",
                "language", "sv",
                "signature", "Olle Ek\nAccount executive");
    }
}
