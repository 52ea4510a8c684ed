package dev.tightrope.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.api.sample.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;

/** How the tests call the sample, and what they expect of every problem. */
public final class ApiClient {
    private ApiClient() {}

    public static RequestSpecification rep() {
        return as(UUID.randomUUID(), "rep");
    }

    public static RequestSpecification as(UUID person, String... roles) {
        return given().auth().oauth2(Tokens.of(person, roles)).contentType("application/json");
    }

    /** Asserts everything that holds for every problem, and hands back the body for the rest. */
    public static JsonPath problem(Response response, int status, String code) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        JsonPath body = response.jsonPath();
        assertThat(body.getString("type")).isEqualTo("urn:tightrope:problem:" + code);
        assertThat(body.getString("title")).isNotBlank();
        assertThat(body.getInt("status")).isEqualTo(status);
        assertThat(body.getString("detail")).isNotBlank();
        assertThat(body.getString("code")).isEqualTo(code);
        assertThat(body.<Object>getList("errors")).isNotNull();
        assertThat(body.getString("requestId")).isNotBlank().isEqualTo(response.header("X-Request-Id"));
        assertThat(response.asString())
                .doesNotContain("Exception", "dev.tightrope", "com.fasterxml", "jakarta", "java.", "\tat ");
        return body;
    }

    public static List<String> pointers(JsonPath problem) {
        return problem.getList("errors.pointer");
    }

    public static List<String> messages(JsonPath problem) {
        return problem.getList("errors.message");
    }
}
