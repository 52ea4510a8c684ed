package dev.tightrope.voicemail.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is configured wrongly is refused at the start, and the refusal names the key. */
class StorageProducerTest {
    private final StorageProducer producer = new StorageProducer();

    @TempDir
    Path folder;

    @Test
    void aFolderIsMadeForTheOwnerAlone() throws IOException {
        Path directory = folder.resolve("recordings");
        producer.storage(settings(Map.of("storage", "disk", "directory", directory.toString(), "max-size", "48M")));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
    }

    @Test
    void wrongSettingsAreNamed() throws IOException {
        refused(Map.of("storage", "none", "max-size", "49M"), "tightrope.recordings.max-size");
        refused(Map.of("storage", "disk"), "tightrope.recordings.directory");
        refused(Map.of("storage", "s3"), "tightrope.recordings.s3.bucket");
        refused(Map.of("storage", "s3", "s3.bucket", "calls", "s3.access-key", "mine"), "secret-key");

        Path file = Files.createFile(folder.resolve("file"));
        RecordingSettings settings = settings(Map.of("storage", "disk", "directory", file.toString()));
        assertThatThrownBy(() -> producer.storage(settings))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }

    private void refused(Map<String, String> configured, String named) {
        RecordingSettings settings = settings(configured);
        assertThatThrownBy(() -> producer.storage(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    private static RecordingSettings settings(Map<String, String> configured) {
        return new SmallRyeConfigBuilder()
                .withMapping(RecordingSettings.class)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withSources(new PropertiesConfigSource(
                        configured.entrySet().stream()
                                .collect(Collectors.toMap(
                                        entry -> "tightrope.recordings." + entry.getKey(), Map.Entry::getValue)),
                        "test",
                        100))
                .build()
                .getConfigMapping(RecordingSettings.class, "tightrope.recordings");
    }
}
