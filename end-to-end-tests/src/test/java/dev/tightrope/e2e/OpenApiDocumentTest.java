package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tightrope.e2e.ApiDocument.Call;
import dev.tightrope.local.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a front-end developer finds in the documents: what each call is for, sends, answers and how it is refused. */
class OpenApiDocumentTest {

    private static final String PROBLEM = "#/components/responses/";

    @ParameterizedTest
    @EnumSource
    void every_call_is_described(Service service) {
        ApiDocument document = ApiDocument.of(service);
        List<String> lacking = new ArrayList<>();
        for (Call call : document.calls()) {
            JsonNode operation = call.operation();
            for (String part : new String[] {"summary", "tags", "responses"}) {
                if (operation.path(part).isMissingNode()) {
                    lacking.add(call + " has no " + part);
                }
            }
            operation.path("responses").properties().forEach(response -> {
                if (!isWhole(response.getKey(), response.getValue())) {
                    lacking.add(call + " does not say what " + response.getKey() + " is");
                }
            });
            if (call.takesJson() && document.examples(call).isEmpty()) {
                lacking.add(call + " shows no body to send");
            }
        }
        assertThat(lacking).isEmpty();
    }

    /** A refusal is a problem; a success has a description and, unless it is 204, a body of some schema. */
    private static boolean isWhole(String status, JsonNode response) {
        if (!status.startsWith("2")) {
            return response.path("$ref").asText().startsWith(PROBLEM);
        }
        JsonNode content = response.path("content");
        boolean described = !response.path("description").asText().isBlank();
        return described
                && (status.equals("204")
                        || (!content.isEmpty() && content.findParents("schema").size() >= content.size()));
    }

    @ParameterizedTest
    @EnumSource
    void every_tag_says_what_it_is_for(Service service) {
        JsonNode root = ApiDocument.of(service).root();
        Set<String> described = new HashSet<>();
        root.path("tags").forEach(tag -> {
            if (!tag.path("description").asText().isBlank()) {
                described.add(tag.path("name").asText());
            }
        });
        Set<String> used = new HashSet<>();
        ApiDocument.of(service)
                .calls()
                .forEach(call -> call.operation().path("tags").forEach(tag -> used.add(tag.asText())));
        assertThat(described).containsAll(used);
    }

    @ParameterizedTest
    @EnumSource
    void it_is_openapi_3_1_with_a_bearer_token_and_no_address_of_the_build_machine(Service service) {
        JsonNode root = ApiDocument.of(service).root();
        assertThat(root.path("openapi").asText()).startsWith("3.1");
        assertThat(root.path("security").findPath("bearer").isMissingNode()).isFalse();
        assertThat(root.at("/components/securitySchemes/bearer/scheme").asText())
                .isEqualTo("bearer");
        assertThat(root.path("servers").toString()).doesNotContain("localhost", "0.0.0.0");
    }
}
