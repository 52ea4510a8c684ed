package dev.tightrope.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Approved samples lie in {@code src/test/resources/samples/TYPE/NNN.json}; the highest number is what today's record
 * writes, and every other one was once on the wire and must still be readable. A record that gains a field gets a new
 * sample: run with {@code -Dsamples.approve=true} and commit the file.
 */
class WireSamplesTest {
    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(EventType.class)
    void todaysRecordWritesTheNewestSample(EventType type) throws IOException {
        JsonNode written = json.readTree(EventJson.write(Samples.of(type)));
        List<Path> samples = samples(type);
        if (Boolean.getBoolean("samples.approve")
                && (samples.isEmpty()
                        || !json.readTree(newest(samples).toFile()).equals(written))) {
            Path next = SAMPLES.resolve(type.type()).resolve("%03d.json".formatted(samples.size() + 1));
            Files.createDirectories(next.getParent());
            Files.writeString(next, json.writerWithDefaultPrettyPrinter().writeValueAsString(written) + "\n");
            samples = samples(type);
        }
        assertThat(samples).as("approved samples of %s", type.type()).isNotEmpty();
        assertThat(written).isEqualTo(json.readTree(newest(samples).toFile()));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everySampleEverApprovedStillReads(EventType type) throws IOException {
        for (Path sample : samples(type)) {
            TightropeEvent event = EventJson.read(type, Files.readAllBytes(sample));
            JsonNode again = json.readTree(EventJson.write(event));
            json.readTree(sample.toFile())
                    .properties()
                    .forEach(field -> assertThat(again.get(field.getKey()))
                            .as("%s of %s", field.getKey(), sample)
                            .isEqualTo(field.getValue()));
        }
        assertThat(EventJson.read(type, EventJson.write(Samples.of(type)))).isEqualTo(Samples.of(type));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void readersPassOverFieldsTheyDoNotKnow(EventType type) throws IOException {
        ObjectNode tree = (ObjectNode) json.readTree(EventJson.write(Samples.of(type)));
        tree.put("addedLater", "x").putObject("addedObject").put("a", 1);
        assertThat(EventJson.read(type, json.writeValueAsBytes(tree))).isEqualTo(Samples.of(type));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void anAbsentRequiredFieldIsNamed(EventType type) throws IOException {
        for (var component : type.eventClass().getRecordComponents()) {
            ObjectNode tree = (ObjectNode) json.readTree(EventJson.write(Samples.of(type)));
            tree.remove(component.getName());
            byte[] lacking = json.writeValueAsBytes(tree);
            if (RequiredFields.isNullable(component)) {
                assertThat(EventJson.read(type, lacking)).isNotNull();
            } else {
                assertThatThrownBy(() -> EventJson.read(type, lacking))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining(component.getName());
            }
        }
    }

    @Test
    void whatIsNoSuchEventIsRefused() {
        for (String bad : List.of("", "null", "[]", "\"text\"", "{", "{\"ref\":{}}", "{\"ref\":7}", "\u0000")) {
            assertThatThrownBy(() -> EventJson.read(EventType.FOLLOW_UP_DUE, bad.getBytes(StandardCharsets.UTF_8)))
                    .as(bad)
                    .isInstanceOf(IOException.class);
        }
    }

    private static Path newest(List<Path> samples) {
        return samples.get(samples.size() - 1);
    }

    private static List<Path> samples(EventType type) throws IOException {
        Path folder = SAMPLES.resolve(type.type());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.comparing(Path::getFileName)).toList();
        }
    }
}
