package dev.tightrope.outreach.prospect;

import static dev.tightrope.outreach.Catalogue.freshDomain;
import static dev.tightrope.outreach.Catalogue.prospectBody;
import static dev.tightrope.outreach.Catalogue.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import dev.tightrope.outreach.Catalogue;
import dev.tightrope.outreach.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProspectIT {
    private static final String PROSPECTS = "/api/v1/prospects";
    private final User rep = User.rep("Nora Berg");

    @Inject
    Prospects prospects;

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
    void secondProspectWithSameDomainIsRefusedNamingTheFirst() {
        String domain = freshDomain();
        UUID first = Catalogue.prospect(rep, Map.of("name", "First Ltd", "domains", List.of(domain)));

        rep.sends(with(prospectBody(), "domains", List.of(freshDomain(), "WWW." + domain)))
                .post(PROSPECTS)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("duplicate-prospect"))
                .body("prospectId", equalTo(first.toString()))
                .body("prospectName", equalTo("First Ltd"))
                .body("domain", equalTo(domain))
                .body("detail", containsString("First Ltd"));

        UUID other = Catalogue.prospect(rep);
        rep.sends(with(prospectBody(), "domains", List.of(domain)))
                .header("If-Match", "*")
                .put(PROSPECTS + "/" + other)
                .then()
                .statusCode(409);
    }

    @Test
    void ofManyRecordingTheSameDomainAtOnceOneSucceeds() throws Exception {
        String domain = freshDomain();
        int racers = 8;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(racers);
        try {
            List<Future<Integer>> outcomes = new ArrayList<>();
            for (int i = 0; i < racers; i++) {
                outcomes.add(threads.submit(() -> {
                    start.await();
                    return rep.sends(with(prospectBody(), "domains", List.of(domain)))
                            .post(PROSPECTS)
                            .statusCode();
                }));
            }
            start.countDown();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> outcome : outcomes) {
                statuses.add(outcome.get());
            }
            assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
            assertThat(Collections.frequency(statuses, 409)).isEqualTo(racers - 1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void subsidiaryMayShareDomainOfItsParentAndCountsAsSameCompany() {
        String domain = freshDomain();
        UUID parent = Catalogue.prospect(rep, Map.of("domains", List.of(domain)));
        UUID child = Catalogue.prospect(rep, Map.of("domains", List.of(domain), "parentId", parent));
        UUID grandchild = Catalogue.prospect(rep, Map.of("parentId", child));

        Company company = prospects.companyOf(grandchild).orElseThrow();

        assertThat(company.id()).isEqualTo(parent);
        assertThat(company.prospectIds()).containsExactlyInAnyOrder(parent, child, grandchild);
        assertThat(company.domains()).contains(domain).hasSize(2);
        assertThat(prospects.withDomain("mail." + domain))
                .extracting(Prospect::id)
                .contains(parent, child);
    }

    @Test
    void managerSplitsSubsidiaryFromItsParent() {
        UUID parent = Catalogue.prospect(rep);
        Map<String, Object> child = with(prospectBody(), "parentId", parent);
        UUID id = Catalogue.prospect(rep, child);
        Map<String, Object> split = with(child, "separate", true);

        rep.sends(split)
                .header("If-Match", "*")
                .put(PROSPECTS + "/" + id)
                .then()
                .statusCode(403);
        rep.sends(with(split, "domains", List.of())).post(PROSPECTS).then().statusCode(403);
        User.manager("Mona Boss")
                .sends(split)
                .header("If-Match", "*")
                .put(PROSPECTS + "/" + id)
                .then()
                .statusCode(200)
                .body("separate", equalTo(true));

        assertThat(prospects.companyOf(id).orElseThrow().id()).isEqualTo(id);
        assertThat(prospects.companyOf(parent).orElseThrow().prospectIds()).containsExactly(parent);
    }

    @Test
    void parentsFormNoCircle() {
        UUID top = Catalogue.prospect(rep);
        UUID below = Catalogue.prospect(rep, Map.of("parentId", top));

        for (UUID circular : List.of(top, below)) {
            rep.sends(with(prospectBody(), "parentId", circular))
                    .header("If-Match", "*")
                    .put(PROSPECTS + "/" + top)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("circular-parent"))
                    .body("errors.pointer", contains("/parentId"));
        }
        rep.sends(with(prospectBody(), "parentId", UUID.randomUUID()))
                .post(PROSPECTS)
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-parent"));
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
    void pagesGoOnWhereTheLastOneEnded() {
        String marker = UUID.randomUUID().toString();
        List<String> recorded = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            recorded.add(
                    Catalogue.prospect(rep, Map.of("name", marker + " " + i)).toString());
        }
        for (String sort : List.of("createdAt", "updatedAt", "name")) {
            assertThat(pages(marker, sort)).as(sort).containsExactlyElementsOf(recorded);
        }
        Collections.reverse(recorded);
        for (String sort : List.of("-createdAt", "-updatedAt")) {
            assertThat(pages(marker, sort)).as(sort).containsExactlyElementsOf(recorded);
        }
    }

    private List<String> pages(String marker, String sort) {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var request = rep.calls()
                    .queryParam("name", marker)
                    .queryParam("limit", 2)
                    .queryParam("sort", sort);
            Response page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(PROSPECTS);
            assertThat(page.statusCode()).isEqualTo(200);
            seen.addAll(page.<List<String>>path("data.id"));
            cursor = page.path("page.nextCursor");
            assertThat(page.<Boolean>path("page.hasMore")).isEqualTo(cursor != null);
        } while (cursor != null);
        return seen;
    }

    @Test
    void pollingClientGetsWhatChanged() {
        String marker = UUID.randomUUID().toString();
        UUID old = Catalogue.prospect(rep, Map.of("name", marker + " old"));
        String since = rep.calls().get(PROSPECTS + "/" + old).path("updatedAt");
        UUID changed = Catalogue.prospect(rep, Map.of("name", marker + " new"));

        rep.calls()
                .queryParam("updatedAfter", since)
                .queryParam("name", marker)
                .get(PROSPECTS)
                .then()
                .statusCode(200)
                .body("data.id", contains(changed.toString()));
    }

    @Test
    void listIsFiltered() {
        String domain = freshDomain();
        UUID parent = Catalogue.prospect(rep, Map.of("domains", List.of(domain), "country", "NO"));
        UUID child = Catalogue.prospect(rep, Map.of("parentId", parent));

        rep.calls()
                .queryParam("domain", "shop." + domain)
                .get(PROSPECTS)
                .then()
                .body("data.id", contains(parent.toString()));
        rep.calls().queryParam("parentId", parent).get(PROSPECTS).then().body("data.id", contains(child.toString()));
        rep.calls()
                .queryParam("country", "no")
                .queryParam("limit", 200)
                .get(PROSPECTS)
                .then()
                .body("data.id", hasItem(parent.toString()))
                .body("data.id", not(hasItem(child.toString())));
    }

    @Test
    void wrongQueryParametersAreNamed() {
        Map<String, String> wrong = Map.of(
                "limit", "0",
                "cursor", "bm9uc2Vuc2U",
                "updatedAfter", "yesterday",
                "sort", "colour",
                "missing", "perhaps",
                "parentId", "x",
                "domain", "no domain");
        wrong.forEach((name, value) -> rep.calls()
                .queryParam(name, value)
                .get(PROSPECTS)
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("?" + name)));
        rep.calls().queryParam("limit", "many").get(PROSPECTS).then().statusCode(400);
        String byName = rep.calls()
                .queryParam("sort", "name")
                .queryParam("limit", 1)
                .get(PROSPECTS)
                .path("page.nextCursor");
        if (byName != null) {
            rep.calls().queryParam("cursor", byName).get(PROSPECTS).then().statusCode(400);
        }
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
