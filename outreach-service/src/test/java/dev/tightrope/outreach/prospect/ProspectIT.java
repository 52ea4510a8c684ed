package dev.tightrope.outreach.prospect;

import static dev.tightrope.outreach.Catalogue.freshDomain;
import static dev.tightrope.outreach.Catalogue.prospectBody;
import static dev.tightrope.outreach.Catalogue.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import dev.tightrope.outreach.Catalogue;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProspectIT {
    private static final String PROSPECTS = "/api/v1/prospects";
    private final User rep = User.rep("Nora Berg");

    @Test
    void prospectIsKeptWithDataMissing() {
        String id = rep.sends(Map.of("name", "Known by name only"))
                .post(PROSPECTS)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", containsString(PROSPECTS + "/"))
                .body("missing", contains("EXECUTIVE", "EXECUTIVE_EMAIL", "EXECUTIVE_PHONE"))
                .body("createdBy", equalTo(rep.id().toString()))
                .extract()
                .path("id");

        Catalogue.executive(
                rep, UUID.fromString(id), with(Map.of(), Map.of("phone", "+46701740605", "email", "x@y.se")));
        rep.calls().get(PROSPECTS + "/" + id).then().statusCode(200).body("missing", empty());
    }

    @Test
    void missingNamesWhatTheBestKnownExecutiveLacks() {
        UUID id = Catalogue.prospect(rep);
        Map<String, Object> nobody = Catalogue.executiveBody(id);
        rep.sends(with(with(nobody, "email", null), "phone", null))
                .post("/api/v1/executives")
                .then()
                .statusCode(201);
        rep.calls().get(PROSPECTS + "/" + id).then().body("missing", contains("EXECUTIVE_EMAIL", "EXECUTIVE_PHONE"));

        rep.sends(with(nobody, "phone", null)).post("/api/v1/executives").then().statusCode(201);
        rep.calls().get(PROSPECTS + "/" + id).then().body("missing", contains("EXECUTIVE_PHONE"));

        String marker = rep.calls().get(PROSPECTS + "/" + id).path("name");
        rep.calls()
                .queryParam("missing", true)
                .queryParam("name", marker)
                .get(PROSPECTS)
                .then()
                .body("data.id", contains(id.toString()));
        rep.calls()
                .queryParam("missing", false)
                .queryParam("name", marker)
                .get(PROSPECTS)
                .then()
                .body("data", empty());
    }

    @Test
    void domainsAreNormalised() {
        String fresh = freshDomain();

        rep.sends(with(
                        prospectBody(),
                        "domains",
                        List.of(
                                "https://www." + fresh.toUpperCase(java.util.Locale.ROOT) + "/about?x=1",
                                fresh,
                                "bücher-" + fresh)))
                .post(PROSPECTS)
                .then()
                .statusCode(201)
                .body("domains[0]", equalTo(fresh))
                .body("domains.size()", equalTo(2))
                .body("domains[1]", containsString("xn--bcher-"));
    }

    @Test
    void everyWrongFieldIsNamed() {
        Map<String, Object> wrong = new HashMap<>(prospectBody());
        wrong.put("name", "Line\nbreak");
        wrong.put("country", "ZZ");
        wrong.put("industry", "x".repeat(201));
        rep.sends(wrong)
                .post(PROSPECTS)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/name", "/country", "/industry"));

        rep.sends(with(prospectBody(), "domains", List.of(freshDomain(), "no domain", "-bad-.example", "1.2.3.4")))
                .post(PROSPECTS)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/domains/1", "/domains/2", "/domains/3"));
        rep.sends(with(prospectBody(), "name", null))
                .post(PROSPECTS)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/name"));
        rep.sends(with(prospectBody(), "ownerId", rep.id()))
                .post(PROSPECTS)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/ownerId"));
        rep.sends(with(prospectBody(), "parentId", "no uuid"))
                .post(PROSPECTS)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/parentId"));
        rep.sends("{ not json").post(PROSPECTS).then().statusCode(400);
        rep.calls().post(PROSPECTS).then().statusCode(400);
    }

    @Test
    void updateNeedsCurrentVersion() {
        Map<String, Object> body = prospectBody();
        UUID id = Catalogue.prospect(rep, body);

        rep.sends(body).put(PROSPECTS + "/" + id).then().statusCode(428);
        rep.sends(with(body, "industry", "Steel"))
                .header("If-Match", "\"1\"")
                .put(PROSPECTS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("industry", equalTo("Steel"));
        rep.sends(body)
                .header("If-Match", "\"1\"")
                .put(PROSPECTS + "/" + id)
                .then()
                .statusCode(412);
        rep.sends(body)
                .header("If-Match", "*")
                .put(PROSPECTS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void repeatedCallWithSameKeyRecordsOnce() {
        Map<String, Object> body = prospectBody();
        String key = UUID.randomUUID().toString();

        Response first = rep.sends(body).header("Idempotency-Key", key).post(PROSPECTS);
        Response again = rep.sends(body).header("Idempotency-Key", key).post(PROSPECTS);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
        rep.sends(prospectBody())
                .header("Idempotency-Key", key)
                .post(PROSPECTS)
                .then()
                .statusCode(422);
    }

    @Test
    void strangersAndUnknownIdsAreRefused() {
        given().get(PROSPECTS).then().statusCode(401);
        given().contentType("application/json")
                .body(prospectBody())
                .post(PROSPECTS)
                .then()
                .statusCode(401);
        rep.calls()
                .get(PROSPECTS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        rep.calls().get(PROSPECTS + "/not-a-uuid").then().statusCode(404).body("errors.pointer", contains("{id}"));
        rep.calls().delete(PROSPECTS + "/" + UUID.randomUUID()).then().statusCode(405);
    }
}
