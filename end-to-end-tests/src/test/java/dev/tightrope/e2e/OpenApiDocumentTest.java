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

    /** Somebody a mail names: by name, by address or by both. */
    private static final Set<String> ALL_OPTIONAL = Set.of("Party");

    /** Members whose values are ours to list. */
    private static final Set<String> CLOSED = Set.of(
            "kind",
            "state",
            "status",
            "outcome",
            "severity",
            "phase",
            "channel",
            "permanence",
            "meaning",
            "disposition");

    /** Open are those of a standard, the status of HTTP and of RFC 3463, and the state of whatever refuses. */
    private static final Set<String> OPEN = Set.of("Problem.status", "Recipient.status", "Problem.state");

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

    /** Null is left out, so a member that may be null is not required, and every other one is. */
    @ParameterizedTest
    @EnumSource
    void what_is_answered_says_what_is_always_there(Service service) {
        ApiDocument document = ApiDocument.of(service);
        Set<String> sent = document.schemasOf(call -> call.operation().path("requestBody"));
        Set<String> answered = document.schemasOf(call -> call.operation().path("responses"));
        answered.removeAll(sent);

        assertThat(answered).isNotEmpty();
        assertThat(answered.stream()
                        .filter(name -> document.schema(name).has("properties"))
                        .filter(name -> !document.schema(name).has("required")))
                .isSubsetOf(ALL_OPTIONAL);
    }

    @ParameterizedTest
    @EnumSource
    void closed_sets_are_enumerated(Service service) {
        ApiDocument document = ApiDocument.of(service);
        List<String> open = new ArrayList<>();
        document.root()
                .at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(member -> {
                            String name = schema.getKey() + "." + member.getKey();
                            if (CLOSED.contains(member.getKey())
                                    && !OPEN.contains(name)
                                    && !document.resolve(member.getValue()).has("enum")) {
                                open.add(name);
                            }
                        }));
        assertThat(open).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_stands_beside_a_reference_does_not_contradict_it(Service service) {
        ApiDocument document = ApiDocument.of(service);
        assertThat(document.root().findParents("$ref").stream()
                        .filter(schema -> schema.has("type"))
                        .filter(schema -> !schema.path("type")
                                .equals(document.resolve(schema).path("type"))))
                .isEmpty();
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
