package dev.tightrope.outreach.prospect;

import static dev.tightrope.outreach.Catalogue.freshDomain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.tightrope.outreach.Catalogue;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProspectListIT {
    private static final String PROSPECTS = "/api/v1/prospects";

    @Inject
    Jdbi jdbi;

    private final User rep = User.rep("Nora Berg");

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
        UUID stampedEarlierSeenLater = Catalogue.prospect(rep, Map.of("name", marker + " late"));
        UUID changed = Catalogue.prospect(rep, Map.of("name", marker + " new"));
        String since = rep.calls().get(PROSPECTS + "/" + changed).path("updatedAt");
        stamp(old, Instant.parse(since).minusSeconds(60));
        stamp(stampedEarlierSeenLater, Instant.parse(since).minusSeconds(5));

        rep.calls()
                .queryParam("updatedAfter", since)
                .queryParam("name", marker)
                .get(PROSPECTS)
                .then()
                .statusCode(200)
                .body("data.id", contains(stampedEarlierSeenLater.toString(), changed.toString()));
    }

    private void stamp(UUID prospect, Instant updatedAt) {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE prospect SET updated_at = ? WHERE id = ?", updatedAt.atOffset(ZoneOffset.UTC), prospect));
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
}
