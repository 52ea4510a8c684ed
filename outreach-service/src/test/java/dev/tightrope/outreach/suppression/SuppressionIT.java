package dev.tightrope.outreach.suppression;

import static dev.tightrope.outreach.Catalogue.freshDomain;
import static dev.tightrope.outreach.Catalogue.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import dev.tightrope.outreach.OutboxContents;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SuppressionIT {
    private static final String SUPPRESSIONS = "/api/v1/suppressions";
    private static final String ADDED = "dev.tightrope.outreach.suppression-added.v1";
    private static final String LIFTED = "dev.tightrope.outreach.suppression-lifted.v1";
    private final User rep = User.rep("Nora Berg");
    private final User manager = User.manager("Mona Boss");

    @Inject
    Suppressions suppressions;

    @Inject
    OutboxContents outbox;

    @Test
    void addressIsSuppressedInEverySpellingAndTold() {
        String address = "Anna.Vik@" + freshDomain();
        assertThat(suppressions.isSuppressed(address, null)).isFalse();

        UUID id = add("EMAIL", address);

        assertThat(suppressions.isSuppressed(address, null)).isTrue();
        assertThat(suppressions.isSuppressed(address.toUpperCase(Locale.ROOT), null))
                .isTrue();
        assertThat(suppressions.isSuppressed("b" + address, null)).isFalse();
        assertThat(outbox.of(ADDED, id)).singleElement().satisfies(told -> {
            assertThat(told.get("kind").asText()).isEqualTo("EMAIL");
            assertThat(told.get("value").asText()).isEqualTo(address.toLowerCase(Locale.ROOT));
        });
    }

    @Test
    void domainCoversEveryAddressInItAndBelowIt() {
        String domain = freshDomain();
        add("DOMAIN", "https://www." + domain);

        assertThat(suppressions.isSuppressed("ceo@" + domain, null)).isTrue();
        assertThat(suppressions.isSuppressed("ceo@mail.se." + domain.toUpperCase(Locale.ROOT), null))
                .isTrue();
        assertThat(suppressions.isSuppressed("ceo@x" + domain, null)).isFalse();
        assertThat(suppressions.isSuppressed(null, null)).isFalse();
    }

    @Test
    void onlyAManagerSuppressesAWholeDomainAndNobodyOneThatManyShare() {
        String domain = freshDomain();
        rep.sends(body("DOMAIN", domain))
                .post(SUPPRESSIONS)
                .then()
                .statusCode(403)
                .body("detail", containsString("Only a manager"));
        assertThat(suppressions.isSuppressed("ceo@" + domain, null)).isFalse();
        for (String shared : new String[] {"gmail.com", "mail.yahoo.co.uk", "co.uk"}) {
            manager.sends(body("DOMAIN", shared))
                    .post(SUPPRESSIONS)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/value"))
                    .body("errors[0].message", containsString("is shared by many"));
            assertThat(suppressions.isSuppressed("somebody@" + shared, null)).isFalse();
        }
    }

    @Test
    void numberIsSuppressedHoweverItWasTyped() {
        assertThat(suppressions.isSuppressed(null, "+46701740688")).isFalse();
        rep.sends(with(body("PHONE", "070-174 06 88"), "country", "se"))
                .post(SUPPRESSIONS)
                .then()
                .statusCode(201)
                .body("value", equalTo("+46701740688"));
        assertThat(suppressions.isSuppressed("somebody@" + freshDomain(), "+46701740688"))
                .isTrue();
    }

    @Test
    void suppressingAgainChangesNothing() {
        String address = "twice@" + freshDomain();
        UUID first = add("EMAIL", address);

        assertThat(add("EMAIL", address.toUpperCase(Locale.ROOT))).isEqualTo(first);
        assertThat(outbox.of(ADDED, first)).hasSize(1);
    }

    @Test
    void onlyManagersLiftAndSayWhy() {
        String address = "back@" + freshDomain();
        UUID id = add("EMAIL", address);
        String path = SUPPRESSIONS + "/" + id;

        rep.calls().queryParam("reason", "I want to").delete(path).then().statusCode(403);
        manager.calls().delete(path).then().statusCode(400).body("errors.pointer", contains("?reason"));
        assertThat(suppressions.isSuppressed(address, null)).isTrue();

        manager.calls()
                .queryParam("reason", "They asked to hear from us")
                .delete(path)
                .then()
                .statusCode(204);

        assertThat(suppressions.isSuppressed(address, null)).isFalse();
        assertThat(outbox.of(LIFTED, id)).hasSize(1);
        rep.calls()
                .get(path)
                .then()
                .statusCode(200)
                .body("liftedBy", equalTo(manager.id().toString()))
                .body("liftReason", equalTo("They asked to hear from us"));
        manager.calls().queryParam("reason", "Again").delete(path).then().statusCode(404);
        assertThat(add("EMAIL", address)).isNotEqualTo(id);
        assertThat(suppressions.isSuppressed(address, null)).isTrue();
    }

    @Test
    void listIsFiltered() {
        String address = "listed@" + freshDomain();
        UUID id = add("EMAIL", address);

        rep.calls()
                .queryParam("value", address.toUpperCase(Locale.ROOT))
                .queryParam("kind", "EMAIL")
                .get(SUPPRESSIONS)
                .then()
                .statusCode(200)
                .body("data.id", contains(id.toString()));
        rep.calls()
                .queryParam("value", address)
                .queryParam("lifted", true)
                .get(SUPPRESSIONS)
                .then()
                .body("data", empty());
        rep.calls()
                .queryParam("kind", "FAX")
                .get(SUPPRESSIONS)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?kind"));
    }

    @Test
    void everyWrongFieldIsNamed() {
        rep.sends(Map.of("kind", "EMAIL", "value", "a@b.example\nBcc: x", "reason", " ", "source", ""))
                .post(SUPPRESSIONS)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/value", "/reason", "/source"));
        for (String kind : new String[] {"EMAIL", "PHONE", "DOMAIN"}) {
            manager.sends(body(kind, "nothing of the kind"))
                    .post(SUPPRESSIONS)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/value"));
        }
        rep.sends(body("FAX", "+46701740605"))
                .post(SUPPRESSIONS)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/kind"));
        rep.sends(with(body("EMAIL", "a@" + freshDomain()), "liftedAt", "2026-01-01T00:00:00Z"))
                .post(SUPPRESSIONS)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/liftedAt"));
    }

    @Test
    void strangersAndUnknownIdsAreRefused() {
        given().get(SUPPRESSIONS).then().statusCode(401);
        given().delete(SUPPRESSIONS + "/" + UUID.randomUUID()).then().statusCode(401);
        rep.calls().get(SUPPRESSIONS + "/" + UUID.randomUUID()).then().statusCode(404);
        manager.calls()
                .queryParam("reason", "x")
                .delete(SUPPRESSIONS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    private UUID add(String kind, String value) {
        return UUID.fromString((kind.equals("DOMAIN") ? manager : rep)
                .sends(body(kind, value))
                .post(SUPPRESSIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static Map<String, Object> body(String kind, String value) {
        return Map.of("kind", kind, "value", value, "reason", "Asked not to be contacted", "source", "call");
    }
}
