package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.tightrope.local.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever loses the answer of an unsafe call may repeat it: every such operation takes {@code Idempotency-Key}. A
 * PUT needs none: it takes {@code If-Match}, and the first one uses that version up.
 */
class RepeatableCallsTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Set<String> UNSAFE = Set.of("post", "put", "patch", "delete");

    /**
     * Repeatable by what they are: a message is known by its Message-ID, a parked one is gone after the first time, and a
     * recording is known by its bytes.
     */
    private static final List<String> NEED_NO_KEY =
            List.of("/inbound-messages", "/admin/parked-messages/", "/recording");

    @ParameterizedTest
    @ValueSource(strings = {"outreach-service", "voicemail-service", "scheduler-service"})
    void everyUnsafeOperationTakesAKey(String service) throws IOException {
        Path root = Path.of("").toAbsolutePath().getParent();
        JsonNode paths = YAML.readTree(
                        root.resolve("docs/openapi/" + service + ".yaml").toFile())
                .path("paths");
        List<String> without = new ArrayList<>();
        paths.fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    if (UNSAFE.contains(operation.getKey())
                            && !isExcepted(path.getKey())
                            && !takesKey(operation.getValue())) {
                        without.add(operation.getKey() + " " + path.getKey());
                    }
                }));

        assertThat(paths.size()).isPositive();
        assertThat(without).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void everyPutTakesTheVersionItReplaces(Service service) {
        ApiDocument document = ApiDocument.of(service);

        assertThat(document.calls().stream()
                        .filter(call -> call.verb().equals("PUT") && !isExcepted(call.path()))
                        .filter(call -> !takesVersion(document, call)))
                .isEmpty();
    }

    private static boolean takesVersion(ApiDocument document, ApiDocument.Call call) {
        return StreamSupport.stream(call.operation().path("parameters").spliterator(), false)
                .map(document::resolve)
                .anyMatch(parameter -> parameter.path("name").asText().equals("If-Match"));
    }

    private static boolean isExcepted(String path) {
        return NEED_NO_KEY.stream().anyMatch(path::contains);
    }

    private static boolean takesKey(JsonNode operation) {
        return operation.findValuesAsText("name").contains("Idempotency-Key")
                || operation.findValuesAsText("$ref").stream().anyMatch(ref -> ref.contains("dempotency"));
    }
}
