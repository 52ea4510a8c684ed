package dev.tightrope.outreach.story;

import static dev.tightrope.outreach.Catalogue.storyBody;
import static dev.tightrope.outreach.Catalogue.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.outreach.Catalogue;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StoryIT {
    private static final String STORIES = "/api/v1/success-stories";
    private final User rep = User.rep("Nora Berg");

    @Inject
    PermissionEnds ends;

    @Inject
    Stories stories;

    @Inject
    Jdbi jdbi;

    @Test
    void storyIsRecordedWhole() {
        rep.sends(storyBody("Rivertown Paper"))
                .post(STORIES)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("competitor.name", equalTo("Rivertown Paper"))
                .body("competitor.aliases", contains("Rivertown Paper Group"))
                .body("impacts.text", contains("fewer unplanned stops", "a calmer maintenance team"))
                .body("impacts[0].figure", equalTo("62 %"))
                .body("impacts[1].figure", nullValue())
                .body("permission.kind", equalTo("GRANTED_BY"))
                .body("permission.until", equalTo("2099-12-31"))
                .body("mayBeNamed", equalTo(true));
    }

    @Test
    void storyWithoutPermissionOrWithOneThatIsOverMayNotBeTold() {
        UUID silent = Catalogue.story(rep, "Silent", with(Map.of(), "permission", null));
        assertMayBeNamed(silent, true);
        UUID without = id(rep.sends(with(storyBody("Silent"), "permission", null)));
        assertMayBeNamed(without, false);
        UUID over = id(rep.sends(
                with(storyBody("Over"), "permission", Map.of("kind", "GRANTED_BY", "by", "x", "until", "2020-01-01"))));
        assertMayBeNamed(over, false);
        UUID published = id(rep.sends(with(
                storyBody("Public"),
                "permission",
                Map.of("kind", "PUBLIC_CASE_STUDY", "url", "https://example.com/case"))));
        assertMayBeNamed(published, true);
    }

    private void assertMayBeNamed(UUID id, boolean expected) {
        rep.calls().get(STORIES + "/" + id).then().statusCode(200).body("mayBeNamed", equalTo(expected));
        boolean inDatabase = jdbi.withHandle(handle -> handle.createQuery("SELECT story_may_be_named(:id, now())")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
        assertThat(inDatabase).as("the database's own rule").isEqualTo(expected);
    }

    @Test
    void withdrawingPermissionEndsItAtOnceAndIsHeardInTheTransaction() {
        UUID id = Catalogue.story(rep, "Withdrawn");

        withdraw(id, "They asked us to stop")
                .statusCode(200)
                .body("mayBeNamed", equalTo(false))
                .body("permissionWithdrawal.reason", equalTo("They asked us to stop"))
                .body("permissionWithdrawal.by", equalTo(rep.id().toString()));

        assertMayBeNamed(id, false);
        assertThat(ends.of(id))
                .singleElement()
                .satisfies(end -> assertThat(end.story().competitor().name()).isEqualTo("Withdrawn"));
        withdraw(id, "Again").statusCode(409).body("code", equalTo("permission-withdrawn"));
        assertThat(ends.of(id)).hasSize(1);
    }

    @Test
    void savingAgainDoesNotBringWithdrawnPermissionBack() {
        Map<String, Object> body = storyBody("Stubborn");
        UUID id = id(rep.sends(body));
        withdraw(id, "No more").statusCode(200);

        put(id, with(body, "offering", "Something else")).statusCode(200).body("mayBeNamed", equalTo(false));
        put(id, with(body, "permission", null)).statusCode(200).body("permissionWithdrawal.reason", equalTo("No more"));
        put(id, with(body, "permission", Map.of("kind", "GRANTED_BY", "by", "Somebody else")))
                .statusCode(409)
                .body("code", equalTo("permission-withdrawn"));

        rep.sends(Map.of("kind", "GRANTED_BY", "by", "Their new director"))
                .post(STORIES + "/" + id + "/permission")
                .then()
                .statusCode(200)
                .body("mayBeNamed", equalTo(true))
                .body("permissionWithdrawal", nullValue());
    }

    @Test
    void takingPermissionAwayByUpdateIsHeardToo() {
        Map<String, Object> body = storyBody("Taken away");
        UUID id = id(rep.sends(body));

        put(id, with(body, "permission", null)).statusCode(200).body("mayBeNamed", equalTo(false));

        assertThat(ends.of(id)).hasSize(1);
        withdraw(id, "None left").statusCode(409).body("code", equalTo("no-permission"));
    }

    @Test
    void refusedUpdateIsNotHeard() {
        Map<String, Object> body = storyBody("Unheard");
        UUID id = id(rep.sends(body));

        rep.sends(with(body, "permission", null))
                .header("If-Match", "\"9\"")
                .put(STORIES + "/" + id)
                .then()
                .statusCode(412);
        assertThat(ends.of(id)).isEmpty();
    }

    @Test
    void everyWrongFieldIsNamed() {
        Map<String, Object> wrong = new HashMap<>(storyBody("x"));
        wrong.put("competitor", Map.of("name", "a\nb", "aliases", List.of("ok", "")));
        wrong.put("offering", "");
        wrong.put("situation", "x".repeat(5001));
        wrong.put("impacts", List.of(Map.of("text", "fine"), Map.of("figure", "3")));
        wrong.put("language", "english language");
        rep.sends(wrong)
                .post(STORIES)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/competitor/name",
                                "/competitor/aliases/1",
                                "/offering",
                                "/situation",
                                "/impacts/1/text",
                                "/language"));

        rep.sends(with(storyBody("x"), "competitor", Map.of("name", "x", "domains", List.of("no domain"))))
                .post(STORIES)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/competitor/domains/0"));
        rep.sends(with(storyBody("x"), "permission", Map.of("kind", "GRANTED_BY")))
                .post(STORIES)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/permission/by"));
        rep.sends(with(storyBody("x"), "permission", Map.of("kind", "PUBLIC_CASE_STUDY", "url", "javascript:alert(1)")))
                .post(STORIES)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/permission/url"));
        rep.sends(with(storyBody("x"), "permission", Map.of("kind", "ASSUMED")))
                .post(STORIES)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/permission/kind"));
        rep.sends(with(storyBody("x"), "mayBeNamed", true))
                .post(STORIES)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/mayBeNamed"));
    }

    @Test
    void updateNeedsCurrentVersion() {
        Map<String, Object> body = storyBody("Versioned");
        UUID id = id(rep.sends(body));

        rep.sends(body).put(STORIES + "/" + id).then().statusCode(428);
        rep.sends(with(body, "details", "More of them,\non two lines."))
                .header("If-Match", "\"1\"")
                .put(STORIES + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("details", equalTo("More of them,\non two lines."));
        rep.sends(body)
                .header("If-Match", "\"1\"")
                .put(STORIES + "/" + id)
                .then()
                .statusCode(412);
        assertThat(stories.byId(id).orElseThrow().updatedBy()).isEqualTo(rep.id());
    }

    @Test
    void storiesAreFound() {
        String marker = UUID.randomUUID().toString();
        UUID told = Catalogue.story(rep, "Told " + marker);
        UUID untold = id(rep.sends(with(storyBody("Untold " + marker), "permission", null)));

        rep.calls()
                .queryParam("competitor", marker + " group")
                .queryParam("sort", "competitor")
                .get(STORIES)
                .then()
                .statusCode(200)
                .body("data.id", contains(told.toString(), untold.toString()));
        rep.calls()
                .queryParam("competitor", marker)
                .queryParam("mayBeNamed", true)
                .queryParam("businessUserRole", "maintenance")
                .queryParam("language", "EN")
                .get(STORIES)
                .then()
                .body("data.id", contains(told.toString()))
                .body("data.id", not(hasItem(untold.toString())));
        rep.calls().queryParam("mayBeNamed", "maybe").get(STORIES).then().statusCode(400);
    }

    @Test
    void repeatedWithdrawalWithSameKeyAnswersTheSame() {
        UUID id = Catalogue.story(rep, "Repeated");
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            Response response = rep.sends(Map.of("reason", "Once"))
                    .header("Idempotency-Key", key)
                    .post(STORIES + "/" + id + "/permission-withdrawal");
            assertThat(response.statusCode()).isEqualTo(200);
        }
        assertThat(ends.of(id)).hasSize(1);
    }

    @Test
    void strangersAndUnknownIdsAreRefused() {
        given().get(STORIES).then().statusCode(401);
        rep.calls().get(STORIES + "/" + UUID.randomUUID()).then().statusCode(404);
        withdraw(UUID.randomUUID(), "x").statusCode(404);
        rep.sends(Map.of())
                .post(STORIES + "/" + UUID.randomUUID() + "/permission-withdrawal")
                .then()
                .statusCode(400);
    }

    private ValidatableResponse withdraw(UUID id, String reason) {
        return rep.sends(Map.of("reason", reason))
                .post(STORIES + "/" + id + "/permission-withdrawal")
                .then();
    }

    private ValidatableResponse put(UUID id, Map<String, Object> body) {
        return rep.sends(body).header("If-Match", "*").put(STORIES + "/" + id).then();
    }

    private static UUID id(io.restassured.specification.RequestSpecification request) {
        return UUID.fromString(
                request.post(STORIES).then().statusCode(201).extract().path("id"));
    }
}
