package dev.tightrope.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.tightrope.local.Service;
import dev.tightrope.local.StackConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** A service's OpenAPI document in {@code docs/openapi}, read for the calls it describes. */
record ApiDocument(Service service, JsonNode root) {

    /** The outreach the documents' examples are about. */
    static final String AN_OUTREACH = "01a216de-fc96-7421-9992-05eb0c0570b7";

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Set<String> VERBS = Set.of("get", "post", "put", "delete", "patch");

    /** One verb at one path. */
    record Call(String verb, String path, JsonNode operation) {

        boolean changesSomething() {
            return !verb.equals("GET");
        }

        /** The first kind of body it takes, empty if it takes none. */
        String mediaType() {
            return operation.path("requestBody").path("content").properties().stream()
                    .map(java.util.Map.Entry::getKey)
                    .findFirst()
                    .orElse("");
        }

        boolean takesJson() {
            return mediaType().equals("application/json");
        }

        @Override
        public String toString() {
            return verb + " " + path;
        }
    }

    static ApiDocument of(Service service) {
        Path file = StackConfig.findRoot().resolve("docs/openapi/" + service.module() + ".yaml");
        try {
            return new ApiDocument(service, YAML.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(verb -> {
                    if (VERBS.contains(verb.getKey())) {
                        calls.add(new Call(verb.getKey().toUpperCase(Locale.ROOT), path.getKey(), verb.getValue()));
                    }
                }));
        return calls;
    }

    /** The schema of the call's JSON body. */
    JsonNode bodySchema(Call call) {
        return resolve(call.operation()
                .at("/requestBody/content")
                .path("application/json")
                .path("schema"));
    }

    /** The bodies the document shows as examples. */
    List<JsonNode> examples(Call call) {
        List<JsonNode> examples = new ArrayList<>();
        bodySchema(call).path("examples").forEach(examples::add);
        return examples;
    }

    /** The named schemas that a part of the calls refers to, directly or through others. */
    Set<String> schemasOf(Function<Call, JsonNode> part) {
        Set<String> names = new HashSet<>();
        calls().forEach(call -> collect(part.apply(call), names));
        return names;
    }

    private void collect(JsonNode from, Set<String> names) {
        for (String reference : from.findValuesAsText("$ref")) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            if (reference.startsWith("#/components/schemas/") && names.add(name)) {
                collect(schema(name), names);
            }
        }
    }

    JsonNode schema(String name) {
        return root.at("/components/schemas").path(name);
    }

    /** A schema, itself or what it refers to. */
    JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : resolve(root.at(reference.substring(1)));
    }
}
