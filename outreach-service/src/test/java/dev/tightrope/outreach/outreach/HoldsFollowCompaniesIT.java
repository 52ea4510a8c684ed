package dev.tightrope.outreach.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A hold covers what counts as one company, also after that was changed. */
@QuarkusTest
class HoldsFollowCompaniesIT {
    private final User rep = User.rep("Rita Rep");
    private final User colleague = User.rep("Carl Colleague");
    private final User manager = User.manager("Mona Manager");

    @Inject
    Scene scene;

    @Inject
    Jdbi jdbi;

    @Test
    void whatAManagerSplitsOffIsFree() {
        Scene.Stage parent = scene.stage();
        Scene.Stage child = scene.stage();
        change(manager, child, parent.prospectId(), false, List.of(child.domain(), parent.domain()))
                .statusCode(200);
        UUID held = scene.opened(rep, parent);
        Scene.post(colleague, "/outreaches", child.opening()).statusCode(409);

        change(manager, child, parent.prospectId(), true, List.of(child.domain(), parent.domain()))
                .statusCode(200);

        UUID opened = scene.opened(colleague, child);
        for (UUID outreach : List.of(held, opened)) {
            Scene.get(outreach.equals(held) ? rep : colleague, "/outreaches/" + outreach)
                    .body("hold.exclusive", equalTo(true));
        }
        Scene.get(rep, "/company-holds?domain=" + child.domain()).body("mayContact", equalTo(false));
        Scene.post(User.rep("Third Rep"), "/outreaches", parent.opening()).statusCode(409);
    }

    @Test
    void aRepDoesNotFreeAHeldCompanyByTakingItsDomainAway() {
        Scene.Stage stage = scene.stage();
        UUID open = scene.opened(rep, stage);

        change(colleague, stage, null, false, List.of()).statusCode(403);
        change(rep, stage, null, false, List.of("else." + stage.domain())).statusCode(403);
        change(rep, stage, null, false, List.of(stage.domain(), "more." + stage.domain()))
                .statusCode(200);
        change(manager, stage, null, false, List.of("more." + stage.domain())).statusCode(200);

        Scene.post(rep, "/outreaches/" + open + "/closure", Map.of("outcome", "CANCELLED"))
                .statusCode(200);
        change(colleague, stage, null, false, List.of()).statusCode(200);
    }

    @Test
    void aRepDoesNotFreeASuppressedDomainEither() {
        Scene.Stage stage = scene.stage();
        Scene.post(
                        manager,
                        "/suppressions",
                        Map.of("kind", "DOMAIN", "value", stage.domain(), "reason", "they asked", "source", "call"))
                .statusCode(201);

        change(colleague, stage, null, false, List.of()).statusCode(403);
        change(manager, stage, null, false, List.of()).statusCode(200);
    }

    @Test
    void twoHeldCompaniesDoNotBecomeOneUnnoticed() {
        Scene.Stage one = scene.stage();
        Scene.Stage other = scene.stage();
        UUID first = scene.opened(rep, one);
        UUID second = scene.opened(colleague, other);

        change(rep, other, one.prospectId(), false, List.of(other.domain()))
                .statusCode(409)
                .body("code", equalTo("company-held"))
                .body("detail", containsString("Rita Rep"))
                .body("detail", containsString("Carl Colleague"))
                .body("heldBy", hasSize(2));
        Scene.get(colleague, "/outreaches/" + second).body("hold.exclusive", equalTo(true));

        change(manager, other, one.prospectId(), false, List.of(other.domain()))
                .statusCode(409)
                .body("code", equalTo("company-held"))
                .body("detail", containsString("overrideReason"));
        Scene.get(colleague, "/outreaches/" + second).body("hold.exclusive", equalTo(true));

        join(manager, other, one.prospectId(), "they merged").statusCode(200);

        Scene.get(rep, "/outreaches/" + first).body("hold.exclusive", equalTo(true));
        Scene.get(colleague, "/outreaches/" + second)
                .body("hold.exclusive", equalTo(false))
                .body("hold.contested", equalTo(true));
    }

    @Test
    void theHoldGrowsWithItsCompany() {
        Scene.Stage held = scene.stage();
        Scene.Stage free = scene.stage();
        scene.opened(rep, held);

        change(rep, free, held.prospectId(), false, List.of(free.domain())).statusCode(200);

        Scene.post(colleague, "/outreaches", free.opening()).statusCode(409);
        Scene.get(colleague, "/company-holds?domain=" + free.domain()).body("mayContact", equalTo(false));
    }

    @Test
    void bothRepsAreToldWhoJoinedTheirCompaniesAndWhy() {
        Scene.Stage one = scene.stage();
        Scene.Stage other = scene.stage();
        UUID first = scene.opened(rep, one);
        UUID second = scene.opened(colleague, other);
        join(rep, other, one.prospectId(), "they merged").statusCode(403);
        assertThat(scene.published(first)).doesNotContain("attention-needed");

        join(manager, other, one.prospectId(), "they merged").statusCode(200);

        for (UUID outreach : List.of(first, second)) {
            assertThat(Collections.frequency(scene.published(outreach), "attention-needed"))
                    .isEqualTo(1);
        }
        Scene.get(rep, "/outreaches/" + first + "/history")
                .body("data.find { it.trigger == 'COMPANY_JOINED' }.actorName", equalTo("Mona Manager"))
                .body(
                        "data.find { it.trigger == 'COMPANY_JOINED' }.cause",
                        allOf(containsString("they merged"), containsString("Carl Colleague")));
        Scene.get(colleague, "/outreaches/" + second + "/history")
                .body(
                        "data.find { it.trigger == 'COMPANY_JOINED' }.cause",
                        allOf(
                                containsString("they merged"),
                                containsString("Rita Rep"),
                                containsString("neither call")));
    }

    @Test
    void whatAManagerAllowedBesideOneHolderIsNotAllowedBesideAnother() {
        Scene.Stage one = scene.stage();
        scene.opened(rep, one);
        Scene.Stage other = scene.stage();
        UUID gone = scene.opened(colleague, other);
        UUID allowed = overridden(other);
        Scene.post(colleague, "/outreaches/" + gone + "/cancellation", Map.of()).statusCode(200);
        Scene.get(manager, "/outreaches/" + allowed)
                .body("hold.exclusive", equalTo(true))
                .body("hold.overrideReason", equalTo("both know"));

        join(manager, other, one.prospectId(), "they merged").statusCode(200);

        Scene.get(manager, "/outreaches/" + allowed)
                .body("hold.exclusive", equalTo(false))
                .body("hold.overrideReason", nullValue())
                .body("hold.contested", equalTo(true));
    }

    @Test
    void aHoldThatIsSharedAlreadyIsNotJoinedUnnoticedEither() {
        Scene.Stage one = scene.stage();
        scene.opened(rep, one);
        Scene.Stage other = scene.stage();
        UUID holder = scene.opened(colleague, other);
        UUID allowed = overridden(other);

        change(rep, other, one.prospectId(), false, List.of(other.domain())).statusCode(409);
        join(manager, other, one.prospectId(), "they merged").statusCode(200);

        Scene.get(colleague, "/outreaches/" + holder).body("hold.contested", equalTo(true));
        Scene.get(manager, "/outreaches/" + allowed).body("hold.contested", equalTo(true));
    }

    @Test
    void aNewProspectOfAHeldFamilyIsHeldWithItsDomains() {
        Scene.Stage held = scene.stage();
        UUID outreach = scene.opened(rep, held);
        String domain = "branch-of-" + held.domain();

        Scene.post(
                        colleague,
                        "/prospects",
                        Map.of("name", "A branch", "domains", List.of(domain), "parentId", held.prospectId()))
                .statusCode(201);

        Map<String, Object> hold = jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT h.id, h.domains::text AS domains,
                               (SELECT string_agg(k.key, ' ') FROM company_hold_key k WHERE k.hold_id = h.id) AS keys
                        FROM company_hold h WHERE h.outreach_id = :outreach
                        """).bind("outreach", outreach).mapToMap().one());
        assertThat(hold.get("domains")).asString().contains(domain);
        assertThat(hold.get("keys")).asString().contains("domain:" + domain);
        assertThat(scene.published((UUID) hold.get("id"))).containsExactly("company-held", "company-held");
    }

    private UUID overridden(Scene.Stage stage) {
        Map<String, Object> body = stage.opening();
        body.put("overrideReason", "both know");
        return UUID.fromString(Scene.post(manager, "/outreaches", body)
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static ValidatableResponse join(User user, Scene.Stage stage, UUID parent, String reason) {
        return put(user, stage, parent, false, List.of(stage.domain()), reason);
    }

    private static ValidatableResponse change(
            User user, Scene.Stage stage, @Nullable UUID parent, boolean separate, List<String> domains) {
        return put(user, stage, parent, separate, domains, null);
    }

    private static ValidatableResponse put(
            User user,
            Scene.Stage stage,
            @Nullable UUID parent,
            boolean separate,
            List<String> domains,
            @Nullable String reason) {
        Map<String, Object> body = new HashMap<>();
        body.put("overrideReason", reason);
        body.put("name", "Prospect " + stage.domain());
        body.put("domains", domains);
        body.put("parentId", parent);
        body.put("separate", separate);
        return user.sends(body)
                .header("If-Match", "*")
                .put("/api/v1/prospects/" + stage.prospectId())
                .then();
    }
}
