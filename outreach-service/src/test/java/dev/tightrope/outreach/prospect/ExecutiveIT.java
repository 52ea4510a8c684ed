package dev.tightrope.outreach.prospect;

import static dev.tightrope.outreach.Catalogue.executiveBody;
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
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExecutiveIT {
    private static final String EXECUTIVES = "/api/v1/executives";
    private final User rep = User.rep("Nora Berg");
    private UUID prospect;

    @BeforeEach
    void recordProspect() {
        prospect = Catalogue.prospect(rep);
    }

    @Test
    void numberIsReadInTheCountryOfTheProspect() {
        rep.sends(with(executiveBody(prospect), "email", "Astrid.Lind@Example.COM"))
                .post(EXECUTIVES)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", containsString(EXECUTIVES + "/"))
                .body("phone", equalTo("+46701740605"))
                .body("mobile", equalTo("YES"))
                .body("warnings", empty())
                .body("missing", empty())
                .body("email", equalTo("Astrid.Lind@example.com"));
    }

    @Test
    void numberThatIsNoMobileIsWarnedOf() {
        rep.sends(with(executiveBody(prospect), "phone", "+46 8 508 29 000"))
                .post(EXECUTIVES)
                .then()
                .statusCode(201)
                .body("mobile", equalTo("NO"))
                .body("warnings.code", contains("phone-not-mobile"));
        rep.sends(with(executiveBody(prospect), "phone", "+1 650 253 0000"))
                .post(EXECUTIVES)
                .then()
                .statusCode(201)
                .body("mobile", equalTo("UNKNOWN"))
                .body("warnings", empty());
    }

    @Test
    void everyWrongFieldIsNamed() {
        Map<String, Object> wrong = new HashMap<>(executiveBody(prospect));
        wrong.put("name", "");
        wrong.put("title", "CEO\u0007");
        wrong.put("zone", "Sweden");
        wrong.put("language", "?");
        rep.sends(wrong)
                .post(EXECUTIVES)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/name", "/title", "/zone", "/language"));

        for (String email : new String[] {
            "nobody",
            "a@b",
            "a b@example.com",
            "a@example.com, b@example.com",
            "\"x\"@example.com",
            "x@-a.example",
            "x".repeat(65) + "@example.com",
            ".x@example.com"
        }) {
            rep.sends(with(executiveBody(prospect), "email", email))
                    .post(EXECUTIVES)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/email"));
        }
        rep.sends(with(executiveBody(prospect), "email", "a@example.com\r\nBcc: b@example.com"))
                .post(EXECUTIVES)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/email"));
        for (String phone : new String[] {"070", "+46 70 174 06 05 ext. 3", "+999123456", "call me"}) {
            rep.sends(with(executiveBody(prospect), "phone", phone))
                    .post(EXECUTIVES)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/phone"));
        }
        rep.sends(with(executiveBody(prospect), "mobile", "YES"))
                .post(EXECUTIVES)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/mobile"));
        rep.sends(executiveBody(UUID.randomUUID()))
                .post(EXECUTIVES)
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-prospect"))
                .body("errors.pointer", contains("/prospectId"));
    }

    @Test
    void aRegionIsOneWhoseHolidaysAreKnown() {
        for (String region : new String[] {"Bavaria", "DE", "DE-", "XX-BY", "DE-BYYY", "DE_BY"}) {
            withRegion(region)
                    .statusCode(400)
                    .body("errors.pointer", contains("/region"))
                    .body("errors.message", contains("must be an ISO 3166-2 region such as DE-BY"));
        }
        withRegion("DE-BV").statusCode(400).body("errors.message", contains(containsString("one of DE-BB, DE-BE")));
        withRegion("de-by").statusCode(201).body("region", equalTo("DE-BY"));
        // All of Sweden keeps the same days.
        withRegion("SE-AB").statusCode(201).body("region", equalTo("SE-AB"));
    }

    private ValidatableResponse withRegion(String region) {
        return rep.sends(with(executiveBody(Catalogue.prospect(rep)), "region", region))
                .post(EXECUTIVES)
                .then();
    }

    @Test
    void sameAddressIsSamePerson() {
        Map<String, Object> body = executiveBody(prospect);
        UUID first = Catalogue.executive(rep, prospect, body);

        rep.sends(with(body, "email", body.get("email").toString().toUpperCase(java.util.Locale.ROOT)))
                .post(EXECUTIVES)
                .then()
                .statusCode(409)
                .body("code", equalTo("duplicate-executive"))
                .body("executiveId", equalTo(first.toString()));
    }

    @Test
    void updateReplacesAndNeedsCurrentVersion() {
        Map<String, Object> body = executiveBody(prospect);
        UUID id = Catalogue.executive(rep, prospect, body);
        Map<String, Object> withoutPhone = with(body, "phone", null);

        rep.sends(withoutPhone).put(EXECUTIVES + "/" + id).then().statusCode(428);
        rep.sends(withoutPhone)
                .header("If-Match", "\"1\"")
                .put(EXECUTIVES + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("missing", contains("EXECUTIVE_PHONE"));
        rep.sends(body)
                .header("If-Match", "\"1\"")
                .put(EXECUTIVES + "/" + id)
                .then()
                .statusCode(412);
        rep.sends(with(body, "prospectId", Catalogue.prospect(rep)))
                .header("If-Match", "*")
                .put(EXECUTIVES + "/" + id)
                .then()
                .statusCode(422)
                .body("code", equalTo("prospect-fixed"));
        rep.sends(body)
                .header("If-Match", "*")
                .put(EXECUTIVES + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        rep.calls().get(EXECUTIVES + "/" + id).then().statusCode(200).body("version", equalTo(2));
    }

    @Test
    void addressAndNumberInUseAreNotAnotherRepsToChange() {
        rep.calls().get("/api/v1/me").then().statusCode(200);
        Map<String, Object> body = executiveBody(prospect);
        UUID id = Catalogue.executive(rep, prospect, body);
        Map<String, UUID> opening = Map.of(
                "prospectId", prospect, "executiveId", id, "storyId", Catalogue.story(rep, "Kallax " + prospect));
        rep.sends(opening).post("/api/v1/outreaches").then().statusCode(201);
        User other = User.rep("Otto Other");

        for (Map<String, Object> redirected :
                List.of(with(body, "email", "otto@" + Catalogue.freshDomain()), with(body, "phone", "+46701740611"))) {
            change(other, id, redirected)
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("code", equalTo("company-held"))
                    .body("heldBy.ownerId", equalTo(rep.id().toString()))
                    .body("heldBy.ownerName", equalTo("Nora Berg"));
        }
        change(rep, id, with(body, "phone", null)).then().statusCode(409).body("code", equalTo("executive-in-use"));
        rep.calls()
                .get(EXECUTIVES + "/" + id)
                .then()
                .body("email", equalTo(body.get("email")))
                .body("phone", equalTo("+46701740605"));

        change(other, id, with(body, "title", "Managing Director")).then().statusCode(200);
        change(rep, id, with(body, "phone", "+46701740611")).then().statusCode(200);
    }

    private static Response change(User by, UUID id, Map<String, Object> body) {
        return by.sends(body).header("If-Match", "*").put(EXECUTIVES + "/" + id);
    }

    @Test
    void executivesAreFound() {
        Map<String, Object> body = with(executiveBody(prospect), "phone", "+46701740617");
        UUID id = Catalogue.executive(rep, prospect, body);

        Map.of("prospectId", prospect.toString(), "email", body.get("email").toString())
                .forEach((name, value) -> rep.calls()
                        .queryParam(name, value)
                        .get(EXECUTIVES)
                        .then()
                        .statusCode(200)
                        .body("data.id", contains(id.toString())));
        rep.calls().queryParam("phone", "0617").get(EXECUTIVES).then().statusCode(400);
        rep.calls()
                .queryParam("phone", "070 174 06 17")
                .queryParam("prospectId", prospect)
                .get(EXECUTIVES)
                .then()
                .body("data.id", contains(id.toString()));
    }

    @Test
    void repeatedCallWithSameKeyRecordsOnce() {
        Map<String, Object> body = executiveBody(prospect);
        String key = UUID.randomUUID().toString();
        Response first = rep.sends(body).header("Idempotency-Key", key).post(EXECUTIVES);
        Response again = rep.sends(body).header("Idempotency-Key", key).post(EXECUTIVES);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
    }

    @Test
    void strangersAndUnknownIdsAreRefused() {
        given().get(EXECUTIVES).then().statusCode(401);
        rep.calls().get(EXECUTIVES + "/" + UUID.randomUUID()).then().statusCode(404);
    }
}
