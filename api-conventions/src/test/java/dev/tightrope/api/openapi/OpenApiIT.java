package dev.tightrope.api.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.api.sample.TestDatabaseAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabaseAndKeys.class)
class OpenApiIT {
    private JsonPath document;

    @BeforeEach
    void read() {
        document = given().get("/q/openapi?format=json").jsonPath();
    }

    @Test
    void isVersion31() {
        assertThat(document.getString("openapi")).startsWith("3.1");
    }

    @Test
    void everyOperationAnswersErrorsAsProblems() {
        assertThat(document.getString("paths.'/api/v1/things'.get.responses.default.'$ref'"))
                .isEqualTo("#/components/responses/Problem");
        assertThat(document.getString("components.responses.Problem.content.'application/problem+json'.schema.'$ref'"))
                .isEqualTo("#/components/schemas/Problem");
        assertThat(document.<String>getList("components.schemas.Problem.required"))
                .contains("type", "title", "status", "detail", "code");
    }

    @Test
    void theBearerTokenIsAskedForEverywhere() {
        assertThat(document.getString("components.securitySchemes.bearer.scheme"))
                .isEqualTo("bearer");
        assertThat(document.getMap("components.securitySchemes")).hasSize(1);
        assertThat(document.<Object>getList("security")).isEqualTo(List.of(java.util.Map.of("bearer", List.of())));
    }

    @Test
    void idempotentOperationsAndOnlyTheyTakeAKey() {
        String key = "#/components/parameters/IdempotencyKey";

        assertThat(parameters("/api/v1/things", "post")).contains(key);
        assertThat(parameters("/api/v1/commands/{name}/value", "post")).contains(key);
        assertThat(parameters("/api/v1/commands/{name}/value", "put")).contains(key);
        assertThat(parameters("/api/v1/things", "get")).doesNotContain(key);
        assertThat(parameters("/api/v1/things/conflict", "post")).doesNotContain(key);
        assertThat(parameters("/api/v1/things/{id}", "put")).doesNotContain(key);
    }

    @Test
    void ifMatchIsRequiredWhereItIsDemanded() {
        assertThat(ifMatch("/api/v1/things/{id}", "put")).isTrue();
        assertThat(ifMatch("/api/v1/things/{id}/approval", "post")).isTrue();
        assertThat(ifMatch("/api/v1/things/only", "put")).isFalse();
    }

    @Test
    void whatAnAnswerAlwaysHasIsRequired() {
        assertThat(required("Thing")).containsExactly("at", "id", "length", "name");
        assertThat(required("PageString")).containsExactly("data", "page");
        assertThat(required("PageInfo")).containsExactly("hasMore");
    }

    @Test
    void whatARequestNeedsIsToldByItsValidation() {
        assertThat(required("NewThing")).doesNotContain("colour").contains("name");
    }

    private List<String> required(String schema) {
        return document.getList("components.schemas." + schema + ".required");
    }

    private boolean ifMatch(String path, String verb) {
        return document.getBoolean(
                "paths.'" + path + "'." + verb + ".parameters.find { it.name == 'If-Match' }.required == true");
    }

    private List<String> parameters(String path, String verb) {
        List<String> refs = document.getList("paths.'" + path + "'." + verb + ".parameters.'$ref'");
        return refs == null ? List.of() : refs;
    }
}
