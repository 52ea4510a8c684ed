package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The OpenAPI documents in {@code docs/openapi} are those the services serve. After a wanted change of the API: build,
 * run this test with {@code -Dopenapi.approve=true}, read the difference and commit it.
 */
class OpenApiDocumentsIT {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @ParameterizedTest
    @ValueSource(strings = {"outreach-service", "voicemail-service", "scheduler-service"})
    void theCommittedDocumentIsTheBuiltOne(String service) throws IOException {
        Path root = Path.of("").toAbsolutePath().getParent();
        Path built = root.resolve(service).resolve("target/openapi/openapi.yaml");
        assertThat(built).as("written when %s is packaged", service).exists();
        Path committed = root.resolve("docs/openapi/" + service + ".yaml");
        if (Boolean.getBoolean("openapi.approve")) {
            Files.createDirectories(committed.getParent());
            Files.copy(built, committed, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        // The order of a schema's properties differs from build to build and means nothing.
        assertThat(YAML.readTree(committed.toFile())).isEqualTo(YAML.readTree(built.toFile()));
    }
}
