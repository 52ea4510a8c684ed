package dev.tightrope.outreach;

import static org.hamcrest.Matchers.equalTo;

import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A valid token is not enough: who has none of our roles is not one of us. */
@QuarkusTest
class RolelessUserIT {
    private static final User GUEST = User.of("Gustav Guest", "guest");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "me",
                "people",
                "teams",
                "prospects",
                "executives",
                "contacts",
                "success-stories",
                "suppressions",
                "outreaches",
                "inbound-messages"
            })
    void reads(String path) {
        refused("GET", path, null);
        if (!path.equals("me")) {
            refused("GET", path + "/" + UUID.randomUUID(), null);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"prospects", "executives", "contacts", "success-stories", "suppressions", "outreaches"})
    void writes(String path) {
        refused("POST", path, Map.of());
    }

    private static void refused(String method, String path, Object body) {
        var call = body == null ? GUEST.calls() : GUEST.sends(body);
        call.request(method, "/api/v1/" + path)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("forbidden"));
    }
}
