package dev.tightrope.outreach.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.tightrope.outreach.outreach.Scene.Stage;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Whom an opt-out covers: those who asked, and nobody else. */
@QuarkusTest
class OptOutIT {
    @Inject
    Scene scene;

    @Inject
    Jdbi jdbi;

    private final User rep = User.rep("Rita Rep");

    @Test
    void theOptOutOfTheExecutiveClosesAndSuppressesThatOfAColleagueOnlySuppresses() {
        Stage stage = scene.stage();
        UUID id = scene.waiting(rep, stage);
        Map<String, Object> colleague = Map.of("name", "Kim Kvist", "email", "kim@" + stage.domain());
        post(id, "/responses", Map.of("channel", "OTHER", "from", colleague, "text", "not me, please"))
                .statusCode(201);
        dispose(id, lastResponse(id), Map.of("meaning", "OPTED_OUT"))
                .statusCode(200)
                .body("state", equalTo("AWAITING_RESPONSE"));

        Map<String, Object> executive = Map.of("email", stage.email());
        String response = post(id, "/responses", Map.of("channel", "OTHER", "from", executive, "text", "stop"))
                .statusCode(201)
                .extract()
                .path("id");
        dispose(id, UUID.fromString(response), Map.of("meaning", "OPTED_OUT"))
                .statusCode(200)
                .body("outcome", equalTo("OPTED_OUT"));
        assertThat(suppressed("kim@" + stage.domain())).isTrue();
        assertThat(suppressed(stage.email())).isTrue();
        assertThat(suppressed("somebody@" + stage.domain())).isFalse();
    }

    @Test
    void theAddressTheExecutiveWroteFromIsSuppressedToo() {
        Stage stage = scene.stage();
        UUID id = scene.waiting(rep, stage);
        String own = "eva.ek." + UUID.randomUUID() + "@freemail.example";
        post(
                        id,
                        "/responses",
                        Map.of("channel", "OTHER", "from", Map.of("name", "Eva Ek", "email", own), "text", "stop"))
                .statusCode(201)
                .body("fromExecutive", equalTo(true));

        dispose(id, lastResponse(id), Map.of("meaning", "OPTED_OUT")).statusCode(200);

        assertThat(suppressed(own)).isTrue();
        assertThat(suppressed(stage.email())).isTrue();
    }

    @Test
    void anOptOutForTheWholeCompanySuppressesItsDomainsAndNeverAProviders() {
        for (boolean byExecutive : new boolean[] {true, false}) {
            Stage stage = scene.stage();
            String personal = "eva." + stage.domain().replace(".example", "") + "@freemail.example";
            jdbi.useHandle(handle -> handle.createUpdate("UPDATE executive SET email = :email WHERE id = :id")
                    .bind("email", personal)
                    .bind("id", stage.executiveId())
                    .execute());
            UUID id = scene.waiting(rep, stage);
            Map<String, Object> from = byExecutive
                    ? Map.of("email", personal)
                    : Map.of("name", "Kim Kvist", "email", "kim." + stage.domain() + "@freemail.example");
            post(id, "/responses", Map.of("channel", "OTHER", "from", from, "text", "nobody here, please"))
                    .statusCode(201)
                    .body("fromExecutive", equalTo(byExecutive));

            dispose(id, lastResponse(id), Map.of("meaning", "OPTED_OUT", "wholeCompany", true))
                    .statusCode(200)
                    .body("outcome", equalTo("OPTED_OUT"));

            assertThat(suppressed("somebody@" + stage.domain())).isTrue();
            assertThat(suppressed(personal)).isTrue();
            assertThat(suppressed("somebody.else@freemail.example")).isFalse();
        }
    }

    private boolean suppressed(String email) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT is_suppressed(:email, NULL)")
                .bind("email", email)
                .mapTo(Boolean.class)
                .one());
    }

    private UUID lastResponse(UUID id) {
        return UUID.fromString(
                Scene.get(rep, "/outreaches/" + id + "/responses").extract().path("data[-1].id"));
    }

    private ValidatableResponse dispose(UUID id, UUID response, Object meaning) {
        return post(id, "/responses/" + response + "/disposition", meaning);
    }

    private ValidatableResponse post(UUID id, String command, Object body) {
        return Scene.post(rep, "/outreaches/" + id + command, body);
    }
}
