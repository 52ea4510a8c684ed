package dev.tightrope.outreach.outreach;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Walks every operation the service says it has, so that none added later is left unguarded. */
@QuarkusTest
class EveryOperationIT {
    private static final String OUTREACH = "/api/v1/outreaches/{id}";

    /** What the commands of an outreach ask for; those not named here take an empty object. */
    private static final Map<String, Map<String, ?>> BODIES = Map.ofEntries(
            Map.entry("/closure", Map.of("outcome", "CANCELLED")),
            Map.entry("/email", Map.of("subject", "Ours now", "textBody", "Ours now")),
            Map.entry("/email/reopening", Map.of("reason", "I want it")),
            Map.entry("/executive-correction", Map.of("phone", "+46701740605")),
            Map.entry("/hold-override", Map.of("reason", "I want it")),
            Map.entry("/mail-outcome", Map.of("sent", true)),
            Map.entry("/next-step", Map.of("nextStep", "Demo", "on", Scene.inWeeks(4))),
            Map.entry("/responses", Map.of("channel", "PHONE", "from", Map.of("name", "Bo Berg"), "text", "Call me")),
            Map.entry("/responses/{responseId}/disposition", Map.of("meaning", "DECLINED")),
            Map.entry("/transfer", Map.of("toPersonId", UUID.randomUUID(), "reason", "I want it")),
            Map.entry("/wait-extension", Map.of("length", "P1D")));

    @Inject
    Scene scene;

    private record Operation(String method, String path) {}

    @Test
    void whoHasNoneOfOurRolesIsLetInNowhere() {
        User guest = User.of("Gustav Guest", "guest");
        List<Operation> operations = operations();

        assertThat(operations).hasSizeGreaterThan(50);
        for (Operation operation : operations) {
            Response refused = call(guest, operation, UUID.randomUUID(), UUID.randomUUID(), Map.of());
            assertThat(refused.statusCode()).as(operation.toString()).isEqualTo(403);
            assertThat(refused.contentType()).as(operation.toString()).startsWith("application/problem+json");
            assertThat(anonymous(operation).statusCode())
                    .as(operation.toString())
                    .isEqualTo(401);
        }
    }

    @Test
    void anotherRepsOutreachDoesNotExistForAnyOperation() {
        User rep = User.rep("Rita Rep");
        User manager = User.manager("Max Manager");
        scene.teamOf(manager);
        UUID id = scene.waiting(rep, scene.stage());
        String response = Scene.post(
                        rep,
                        "/outreaches/" + id + "/responses",
                        Map.of("channel", "PHONE", "from", Map.of("name", "Bo Berg"), "text", "Call me"))
                .statusCode(201)
                .extract()
                .path("id");
        String before = Scene.get(rep, "/outreaches/" + id).extract().asString();

        for (User stranger : List.of(User.rep("Carl Colleague"), manager)) {
            List<Operation> ofOutreaches = operations().stream()
                    .filter(operation -> operation.path().startsWith(OUTREACH))
                    .toList();
            assertThat(ofOutreaches).hasSizeGreaterThan(17);
            for (Operation operation : ofOutreaches) {
                Map<String, ?> body = BODIES.getOrDefault(operation.path().substring(OUTREACH.length()), Map.of());
                Response refused = call(stranger, operation, id, UUID.fromString(response), body);
                assertThat(refused.statusCode())
                        .as("%s: %s", operation, refused.asString())
                        .isEqualTo(404);
            }
        }
        Scene.get(rep, "/outreaches/" + id).body(equalTo(before));
    }

    @Test
    void anEmptyBodyIsNowhereAFault() {
        User admin = User.admin("Ada Admin");
        UUID id = scene.waiting(admin, scene.stage());
        String response = Scene.post(
                        admin,
                        "/outreaches/" + id + "/responses",
                        Map.of("channel", "PHONE", "from", Map.of("name", "Bo Berg"), "text", "Call me"))
                .statusCode(201)
                .extract()
                .path("id");

        for (Operation operation : operations()) {
            Response answer = call(admin, operation, id, UUID.fromString(response), Map.of());
            assertThat(answer.statusCode())
                    .as("%s: %s", operation, answer.asString())
                    .isLessThan(500);
        }
        Scene.post(admin, "/outreaches/" + id + "/responses/" + response + "/disposition", Map.of())
                .statusCode(400)
                .body("errors.pointer", hasItem("/meaning"));
    }

    private static List<Operation> operations() {
        Map<String, Map<String, ?>> paths = given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        List<Operation> operations = new ArrayList<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(List.of("get", "post", "put", "patch", "delete")::contains)
                .forEach(method -> operations.add(new Operation(method, path))));
        return operations;
    }

    private static Response call(User user, Operation operation, UUID id, UUID responseId, Map<String, ?> body) {
        RequestSpecification call = switch (operation.method()) {
            case "get" -> user.calls();
            case "post" ->
                takesMessage(operation)
                        ? user.calls().contentType("message/rfc822").body("Subject: hello".getBytes(US_ASCII))
                        : user.sends(body);
            default -> user.sends(body);
        };
        return call.header("If-Match", "*").request(operation.method(), pathOf(operation, id, responseId));
    }

    private static Response anonymous(Operation operation) {
        return given().contentType(takesMessage(operation) ? "message/rfc822" : "application/json")
                .request(operation.method(), pathOf(operation, UUID.randomUUID(), UUID.randomUUID()));
    }

    private static boolean takesMessage(Operation operation) {
        return List.of("/api/v1/inbound-messages", "/api/v1/inbound-messages/analysis")
                .contains(operation.path());
    }

    private static String pathOf(Operation operation, UUID id, UUID responseId) {
        return operation.path().replace("{id}", id.toString()).replace("{responseId}", responseId.toString());
    }
}
