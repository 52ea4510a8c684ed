package dev.tightrope.voicemail.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings in a bucket of a real server that checks signatures. */
class S3StorageIT {
    private static final String BUCKET = "call-recordings";

    @TempDir
    static Path folder;

    private static S3ServerProcess server;

    private final UUID id = UUID.randomUUID();

    @BeforeAll
    static void startServer() throws IOException {
        Files.createDirectories(folder.resolve("data").resolve(BUCKET));
        server = new S3ServerProcess(folder);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void whatWasPutIsThereUntilItIsDeleted() throws IOException {
        byte[] audio = AudioFiles.join(AudioFiles.wav(), new byte[300_000]);
        try (S3Storage storage = storage(S3ServerProcess.SECRET_KEY)) {
            storage.put(id, audio);
            try (InputStream stored = storage.open(id, audio.length)) {
                assertThat(stored.readAllBytes()).isEqualTo(audio);
            }
            assertThatThrownBy(() -> storage.open(id, audio.length + 1)).hasMessageContaining("instead of");
            storage.delete(id);
            storage.delete(id);
            assertThatThrownBy(() -> storage.open(id, audio.length)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whoeverLacksTheKeyGetsNothingIn() {
        try (S3Storage storage = storage("wrong")) {
            assertThatThrownBy(() -> storage.put(id, AudioFiles.wav()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(BUCKET);
        }
    }

    @Test
    void aServerThatIsAwayIsAnErrorOfTheStorage() {
        try (S3Storage storage = new S3Storage(new Settings(URI.create("http://127.0.0.1:1"), "any"))) {
            assertThatThrownBy(() -> storage.put(id, AudioFiles.wav())).isInstanceOf(IOException.class);
        }
    }

    private static S3Storage storage(String secret) {
        return new S3Storage(new Settings(server.endpoint(), secret));
    }

    private record Settings(URI server, String secret) implements RecordingSettings.S3 {
        @Override
        public Optional<URI> endpoint() {
            return Optional.of(server);
        }

        @Override
        public String region() {
            return "eu-north-1";
        }

        @Override
        public Optional<String> bucket() {
            return Optional.of(BUCKET);
        }

        @Override
        public boolean pathStyle() {
            return true;
        }

        @Override
        public Optional<String> accessKey() {
            return Optional.of(S3ServerProcess.ACCESS_KEY);
        }

        @Override
        public Optional<String> secretKey() {
            return Optional.of(secret);
        }
    }
}
