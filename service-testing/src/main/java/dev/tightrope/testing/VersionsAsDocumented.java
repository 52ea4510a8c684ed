package dev.tightrope.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A service demands {@code If-Match} exactly where its OpenAPI document says that it is required. */
public abstract class VersionsAsDocumented {
    private static final User ADMIN = User.admin("Ada Admin");

    /** Calls every operation without the header. */
    @Test
    public void ifMatchIsDemandedWhereTheDocumentRequiresItAndNowhereElse() {
        Map<String, Map<String, Map<String, Object>>> paths = document().getMap("paths");
        List<String> wrong = new ArrayList<>();

        paths.forEach((path, verbs) -> verbs.forEach((verb, operation) -> {
            Response answer = ADMIN.sends(Map.of()).request(verb, path.replaceAll("\\{[^}]*}", aUuid()));
            boolean demanded = answer.statusCode() == 428;
            if (demanded != requires(operation)) {
                wrong.add(verb + " " + path + " answered " + answer.statusCode());
            }
            if (demanded) {
                saysWhere(paths, answer.jsonPath().getString("detail"));
            }
        }));

        assertThat(paths).isNotEmpty();
        assertThat(wrong).isEmpty();
    }

    private static JsonPath document() {
        return given().get("/q/openapi?format=json").jsonPath();
    }

    private static String aUuid() {
        return UUID.randomUUID().toString();
    }

    private static void saysWhere(Map<String, Map<String, Map<String, Object>>> paths, String detail) {
        String readable = detail.replaceFirst(".* GET ([^ ]+)\\.$", "$1").replaceAll("[0-9a-f-]{36}", "{}");
        assertThat(detail).contains("If-Match");
        assertThat(paths.entrySet().stream()
                        .filter(path -> path.getValue().containsKey("get"))
                        .map(path -> path.getKey().replaceAll("\\{[^}]*}", "{}")))
                .as(detail)
                .contains(readable);
    }

    @SuppressWarnings("unchecked")
    private static boolean requires(Map<String, Object> operation) {
        List<Map<String, Object>> parameters =
                (List<Map<String, Object>>) operation.getOrDefault("parameters", List.of());
        return parameters.stream()
                .anyMatch(parameter ->
                        "If-Match".equals(parameter.get("name")) && Boolean.TRUE.equals(parameter.get("required")));
    }
}
