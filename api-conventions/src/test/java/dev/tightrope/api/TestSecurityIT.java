package dev.tightrope.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.api.sample.TestDatabaseAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** The services' tests may say who is calling by annotation. */
@QuarkusTest
@QuarkusTestResource(TestDatabaseAndKeys.class)
class TestSecurityIT {
    @Test
    @TestSecurity(
            user = "rosa",
            roles = {"rep", "admin"})
    @JwtSecurity(
            claims = {
                @Claim(key = "sub", value = "01900000-0000-7000-8000-00000000000a"),
                @Claim(key = "email", value = "rosa@example.com")
            })
    void theCallerIsTheAnnotatedOne() {
        JsonPath me = given().get("/api/v1/things/me").jsonPath();

        assertThat(me.getString("id")).isEqualTo("01900000-0000-7000-8000-00000000000a");
        assertThat(me.getString("email")).isEqualTo("rosa@example.com");
        assertThat(me.getBoolean("admin")).isTrue();
    }
}
