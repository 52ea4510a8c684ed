package dev.tightrope.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.api.sample.TestDatabaseAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A browser lets a page of an origin that the environment names call the API, and none of another origin. */
@QuarkusTest
@TestProfile(CorsIT.OneOrigin.class)
@QuarkusTestResource(TestDatabaseAndKeys.class)
class CorsIT {
    private static final String FRONT_END = "https://sales.example";

    /** What an operator sets. */
    public static class OneOrigin implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.cors.enabled", "true", "quarkus.http.cors.origins", FRONT_END);
        }
    }

    @Test
    void theFrontEndMayCall() {
        Response allowed = preflight(FRONT_END, "PUT");

        assertThat(allowed.statusCode()).isEqualTo(200);
        assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo(FRONT_END);
        assertThat(allowed.header("Access-Control-Allow-Methods")).contains("PUT", "DELETE");
        assertThat(allowed.header("Access-Control-Allow-Headers"))
                .contains("Authorization", "Idempotency-Key", "If-Match");
        assertThat(allowed.header("Access-Control-Allow-Credentials")).isEqualTo("false");
    }

    @Test
    void theFrontEndReadsWhatHeadersSay() {
        Response answer = given().header("Origin", FRONT_END).get("/api/v1/things");

        assertThat(answer.statusCode()).as("without a token").isEqualTo(401);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(FRONT_END);
        assertThat(answer.header("Access-Control-Expose-Headers"))
                .contains("ETag", "Location", "Retry-After", "Idempotency-Replayed", "X-Request-Id");
    }

    @Test
    void noOtherOriginMay() {
        Response refused = preflight("https://evil.example", "PUT");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void whoeverIsNoBrowserIsNotConcerned() {
        assertThat(given().get("/api/v1/things").statusCode()).isEqualTo(401);
    }

    private static Response preflight(String origin, String method) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "Authorization,Idempotency-Key,If-Match")
                .options("/api/v1/things");
    }
}
