package dev.tightrope.outreach.outreach;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.outreach.outreach.Scene.Stage;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OpenOutreachIT {
    @Inject
    Scene scene;

    @Inject
    Jdbi jdbi;

    private final User rep = User.rep("Rita Rep");
    private final User colleague = User.rep("Carl Colleague");

    @Test
    void anOutreachOpensHoldsItsCompanyAndIsTold() {
        Stage stage = scene.stage();

        String id = Scene.post(rep, "/outreaches", stage.opening())
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .header("Location", containsString("/api/v1/outreaches/"))
                .body("state", equalTo("PREPARING_EMAIL"))
                .body("round", equalTo(1))
                .body("businessUserRole", equalTo("sales manager"))
                .body("language", equalTo("sv"))
                .body("wait.length", equalTo("P21D"))
                .body("hold.exclusive", equalTo(true))
                .body("warnings", hasSize(0))
                .body("next.commands.find { it.command == 'email-approval' }.possible", equalTo(true))
                .body("next.commands.find { it.command == 'round' }.possible", equalTo(false))
                .body("next.commands.find { it.command == 'round' }.first", containsString("First the wait"))
                .extract()
                .path("id");

        assertThat(scene.published(UUID.fromString(id)))
                .startsWith("outreach-opened", "outreach-moved", "round-started");
    }

    @Test
    void everyCommandSaysHowItIsCalled() {
        String id = Scene.post(rep, "/outreaches", scene.stage().opening())
                .statusCode(201)
                .extract()
                .path("id");
        Map<String, Map<String, ?>> documented =
                given().get("/q/openapi?format=json").path("paths");

        List<Map<String, Object>> commands =
                Scene.get(rep, "/outreaches/" + id).extract().path("next.commands");

        assertThat(commands).isNotEmpty().allSatisfy(command -> {
            String path = String.valueOf(command.get("path"));
            assertThat(path).startsWith("/api/v1/outreaches/" + id + "/");
            assertThat(documented.get(path.replace(id, "{id}")))
                    .as("%s", command)
                    .containsKey(String.valueOf(command.get("method")).toLowerCase(Locale.ROOT));
        });
        assertThat(commands)
                .anySatisfy(command -> assertThat(command)
                        .containsEntry("command", "closure-as-won")
                        .containsEntry("path", "/api/v1/outreaches/" + id + "/closure"));
    }

    @Test
    void everythingMissingIsNamedAtOnce() {
        Stage stage = scene.stage();
        UUID executive = scene.executive(stage.prospectId(), null, null, null);
        Map<String, Object> opening = stage.opening();
        opening.put("executiveId", executive);
        opening.put("wait", "P90D");
        UUID story = scene.story("Prospect " + stage.domain().replaceAll("\\D", "") + " AB");
        jdbi.useHandle(handle -> handle.execute("UPDATE success_story SET permission_kind = NULL WHERE id = ?", story));

        opening.put("storyId", story);

        Scene.post(rep, "/outreaches", opening)
                .statusCode(422)
                .body("code", equalTo("outreach-incomplete"))
                .body("errors.pointer", hasItem("/wait"))
                .body(
                        "errors.findAll { it.pointer == '/executiveId' }.message",
                        hasItem(containsString("e-mail address")))
                .body("errors.findAll { it.pointer == '/executiveId' }.message", hasItem(containsString("cell phone")))
                .body("errors.findAll { it.pointer == '/storyId' }.message", hasItem(containsString("may not be told")))
                .body(
                        "errors.findAll { it.pointer == '/storyId' }.message",
                        hasItem(containsString("the prospect itself")));
    }

    @Test
    void whatDoesNotExistIsNamedToo() {
        Scene.post(
                        rep,
                        "/outreaches",
                        Map.of("prospectId", scene.newId(), "executiveId", scene.newId(), "storyId", scene.newId()))
                .statusCode(422)
                .body("errors.pointer", hasItem("/prospectId"))
                .body("errors.pointer", hasItem("/executiveId"))
                .body("errors.pointer", hasItem("/storyId"));
    }

    @Test
    void aSuppressedExecutiveIsNotContacted() {
        Stage stage = scene.stage();
        Scene.post(
                        rep,
                        "/suppressions",
                        Map.of("kind", "EMAIL", "value", stage.email(), "reason", "asked", "source", "by phone"))
                .statusCode(201);

        Scene.post(rep, "/outreaches", stage.opening())
                .statusCode(422)
                .body("errors.message", hasItem(containsString("suppressed")));
    }

    @Test
    void aNumberThatIsNoMobileIsAWarning() {
        Stage stage = scene.stage();
        jdbi.useHandle(
                handle -> handle.execute("UPDATE executive SET mobile = 'NO' WHERE id = ?", stage.executiveId()));

        Scene.post(rep, "/outreaches", stage.opening())
                .statusCode(201)
                .body("warnings.message", hasItem(containsString("no mobile")));
    }

    @Test
    void aWaitOutsideOfTheLimitsIsRefused() {
        Stage stage = scene.stage();
        Map<String, Object> opening = stage.opening();
        for (String length : List.of("P13D", "P22D", "P1M", "PT504H", "three weeks")) {
            opening.put("wait", length);
            Scene.post(rep, "/outreaches", opening)
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/wait"))
                    .body("errors[0].message", containsString("P14D to P21D"));
        }
        opening.put("wait", "P14D");
        Scene.post(rep, "/outreaches", opening).statusCode(201).body("wait.length", equalTo("P14D"));
    }

    @Test
    void aWaitMayCountWorkingDaysAndTellsSo() {
        Stage stage = scene.stage();
        Map<String, Object> opening = stage.opening();
        opening.put("waitCountedIn", "WORKING_DAYS");
        Scene.post(rep, "/outreaches", opening).statusCode(422).body("errors[0].message", containsString("P15D"));
        for (String length : List.of("P9D", "P16D", "P1M", "PT360H")) {
            opening.put("wait", length);
            Scene.post(rep, "/outreaches", opening).statusCode(422).body("errors[0].pointer", equalTo("/wait"));
        }
        opening.put("wait", "P15D");
        UUID id = UUID.fromString(Scene.post(rep, "/outreaches", opening)
                .statusCode(201)
                .body("wait.length", equalTo("P15D"))
                .body("wait.countedIn", equalTo("WORKING_DAYS"))
                .extract()
                .path("id"));

        scene.wait(rep, id);

        String told = jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT data ->> 'countedIn' FROM outbox_event
                        WHERE aggregate_id = :id AND type LIKE '%wait-started%'
                        """).bind("id", id).mapTo(String.class).one());
        assertThat(told).isEqualTo("WORKING_DAYS");
    }

    @Test
    void aHeldCompanyIsNamedWithItsHolder() {
        Stage stage = scene.stage();
        scene.opened(rep, stage);

        Scene.post(colleague, "/outreaches", stage.opening())
                .statusCode(409)
                .body("code", equalTo("company-held"))
                .body("heldBy.ownerName", equalTo("Rita Rep"))
                .body("heldBy.ownerId", equalTo(rep.id().toString()))
                .body("detail", containsString("Rita Rep"));
    }

    @Test
    void sharedDomainsAndParentsAreOneCompany() {
        Stage held = scene.stage();
        scene.opened(rep, held);
        UUID sameDomain = scene.prospect("Same domain", null, "other-" + held.domain(), held.domain());
        UUID child = scene.prospect("Child", held.prospectId(), "child-" + held.domain());

        for (UUID prospect : List.of(sameDomain, child)) {
            UUID executive = scene.executive(prospect, "ceo@" + prospect + ".example", "+46701740605", "YES");
            Scene.post(
                            colleague,
                            "/outreaches",
                            Map.of("prospectId", prospect, "executiveId", executive, "storyId", held.storyId()))
                    .statusCode(409)
                    .body("code", equalTo("company-held"));
        }
    }

    @Test
    void aDomainAboveOrBesideThatOfAHeldCompanyIsTheSameCompanys() {
        Stage stage = scene.stage();
        UUID prospect = scene.prospect("Branch of it", null, "branch." + stage.domain());
        UUID executive = scene.executive(prospect, "boss@branch." + stage.domain(), "+46701740605", "YES");
        Scene.post(
                        rep,
                        "/outreaches",
                        Map.of("prospectId", prospect, "executiveId", executive, "storyId", stage.storyId()))
                .statusCode(201);

        Scene.post(colleague, "/outreaches", stage.opening())
                .statusCode(409)
                .body("code", equalTo("company-held"))
                .body("heldBy.ownerName", equalTo("Rita Rep"));
        for (String domain : List.of(stage.domain(), "mail." + stage.domain(), "branch." + stage.domain())) {
            colleague
                    .calls()
                    .queryParam("domain", domain)
                    .get("/api/v1/company-holds")
                    .then()
                    .statusCode(200)
                    .body("mayContact", equalTo(false));
        }
    }

    @Test
    void onlyAManagerOverridesAHoldAndSaysWhy() {
        Stage stage = scene.stage();
        scene.opened(rep, stage);
        Map<String, Object> opening = stage.opening();
        opening.put("overrideReason", "two divisions, agreed with Rita");

        Scene.post(colleague, "/outreaches", opening).statusCode(403);
        Scene.post(User.manager("Mona Manager"), "/outreaches", opening)
                .statusCode(201)
                .body("hold.exclusive", equalTo(false))
                .body("hold.contested", equalTo(false))
                .body("hold.overrideReason", equalTo("two divisions, agreed with Rita"));
    }

    @Test
    void ofManyWhoOpenAtOnceOneHoldsTheCompany() throws Exception {
        Stage stage = scene.stage();
        List<Callable<Integer>> openings = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            User somebody = User.rep("Rep " + i);
            somebody.calls().get("/api/v1/me").then().statusCode(200);
            openings.add(() ->
                    somebody.sends(stage.opening()).post("/api/v1/outreaches").statusCode());
        }
        ExecutorService threads = Executors.newFixedThreadPool(openings.size());
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(openings)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theHoldEndsWithTheOutreach() {
        Stage stage = scene.stage();
        UUID id = scene.opened(rep, stage);
        Scene.get(colleague, "/company-holds?domain=www." + stage.domain())
                .statusCode(200)
                .body("mayContact", equalTo(false))
                .body("reason", containsString("Rita Rep"))
                .body("data[0].ownerName", equalTo("Rita Rep"));
        Scene.get(rep, "/company-holds?domain=" + stage.domain()).body("mayContact", equalTo(true));

        Scene.post(rep, "/outreaches/" + id + "/cancellation", Map.of("reason", "no time"))
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("outcome", equalTo("CANCELLED"))
                .body("hold", nullValue());

        Scene.get(colleague, "/company-holds?domain=" + stage.domain())
                .body("mayContact", equalTo(true))
                .body("data", hasSize(0));
        Scene.post(colleague, "/outreaches", stage.opening()).statusCode(201);
        assertThat(scene.published(id)).contains("outreach-closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"012", "021", "102", "120", "201", "210"})
    void whoeverOfThreeClosesFirstTheCompanyIsHeldUntilTheLastDoesAndBelongsToThem(String order) {
        Stage stage = scene.stage();
        Map<String, Object> beside = stage.opening();
        beside.put("overrideReason", "three divisions");
        List<User> managers = List.of(User.manager("Mona Manager"), User.manager("Max Manager"));
        List<User> who = List.of(rep, managers.get(0), managers.get(1));
        List<UUID> outreaches = new ArrayList<>();
        outreaches.add(scene.opened(rep, stage));
        managers.forEach(manager -> outreaches.add(UUID.fromString(Scene.post(manager, "/outreaches", beside)
                .statusCode(201)
                .extract()
                .path("id"))));

        for (int i = 0; i < order.length(); i++) {
            Scene.post(colleague, "/outreaches", stage.opening()).statusCode(409);
            int closing = order.charAt(i) - '0';
            if (i == order.length() - 1) {
                Scene.get(who.get(closing), "/outreaches/" + outreaches.get(closing))
                        .body("hold.exclusive", equalTo(true));
            }
            Scene.post(
                            who.get(closing),
                            "/outreaches/" + outreaches.get(closing) + "/cancellation",
                            Map.of("reason", "no time"))
                    .statusCode(200);
        }

        Scene.post(colleague, "/outreaches", stage.opening()).statusCode(201).body("hold.exclusive", equalTo(true));
    }

    @Test
    void threeWhoCloseAtOnceLeaveTheCompanyFree() throws Exception {
        Stage stage = scene.stage();
        Map<String, Object> beside = stage.opening();
        beside.put("overrideReason", "three divisions");
        User manager = User.manager("Mona Manager");
        UUID first = scene.opened(rep, stage);
        UUID second = UUID.fromString(
                Scene.post(manager, "/outreaches", beside).extract().path("id"));
        UUID third = UUID.fromString(
                Scene.post(manager, "/outreaches", beside).extract().path("id"));
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Callable<Integer>> closings =
                    List.of(() -> cancel(rep, first), () -> cancel(manager, second), () -> cancel(manager, third));
            for (Future<Integer> closing : threads.invokeAll(closings)) {
                assertThat(closing.get()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }

        Scene.post(colleague, "/outreaches", stage.opening()).statusCode(201).body("hold.exclusive", equalTo(true));
    }

    private static int cancel(User user, UUID outreach) {
        return user.sends(Map.of("reason", "no time"))
                .post("/api/v1/outreaches/" + outreach + "/cancellation")
                .statusCode();
    }

    @Test
    void theHolderIsSilentDuringTheWait() {
        Stage stage = scene.stage();
        scene.waiting(rep, stage);

        Scene.get(rep, "/company-holds?domain=" + stage.domain())
                .body("mayContact", equalTo(false))
                .body("reason", containsString("silent"));
        Scene.get(rep, "/company-holds?domain=no%20domain").statusCode(400);
    }

    @Test
    void ownersSeeTheirOutreachesManagersTheirTeamsAndNobodyElse() {
        User manager = User.manager("Mona Manager");
        scene.teamOf(manager, rep);
        Stage stage = scene.stage();
        UUID id = scene.opened(rep, stage);

        Scene.get(rep, "/outreaches/" + id).statusCode(200).header("ETag", notNullValue());
        Scene.get(manager, "/outreaches/" + id).statusCode(200);
        Scene.get(manager, "/outreaches?ownerId=" + rep.id()).body("data.id", hasItem(id.toString()));
        Scene.get(User.admin("Ada Admin"), "/outreaches/" + id).statusCode(200);
        for (User stranger : List.of(colleague, User.manager("Max Manager"))) {
            Scene.get(stranger, "/outreaches/" + id).statusCode(404);
            Scene.get(stranger, "/outreaches/" + id + "/history").statusCode(404);
            Scene.get(stranger, "/outreaches/" + id + "/responses").statusCode(404);
            Scene.get(stranger, "/outreaches").body("data.id", not(hasItem(id.toString())));
            Scene.post(stranger, "/outreaches/" + id + "/cancellation", Map.of())
                    .statusCode(404);
        }
    }

    @Test
    void listsFilterAndPage() {
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            opened.add(scene.opened(rep, scene.stage()).toString());
        }
        String cursor = Scene.get(rep, "/outreaches?limit=2&sort=createdAt")
                .body("data.id", equalTo(opened.subList(0, 2)))
                .body("page.hasMore", equalTo(true))
                .extract()
                .path("page.nextCursor");
        Scene.get(rep, "/outreaches?limit=2&sort=createdAt&cursor=" + cursor)
                .body("data.id", equalTo(opened.subList(2, 3)))
                .body("page.hasMore", equalTo(false));
        Scene.get(rep, "/outreaches?state=CLOSED").body("data", hasSize(0));
        Scene.get(rep, "/outreaches?state=OPEN").statusCode(400);
        Scene.get(rep, "/outreaches?updatedAfter=2099-01-01T00:00:00Z").body("data", hasSize(0));
    }
}
