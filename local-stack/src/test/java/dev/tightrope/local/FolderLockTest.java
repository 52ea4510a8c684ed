package dev.tightrope.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    Path folder;

    @Test
    void aFolderBelongsToOneStackAtATime() throws IOException {
        Path data = folder.resolve("data");
        try (FolderLock first = FolderLock.take(data)) {
            assertThat(Files.exists(data.resolve("lock"))).isTrue();
            assertThatThrownBy(() -> FolderLock.take(data))
                    .isInstanceOf(LauncherException.class)
                    .hasMessageContaining("another ./tightrope")
                    .hasMessageContaining("--data");
            assertThat(first).isNotNull();
        }
        try (FolderLock next = FolderLock.take(data)) {
            assertThat(next).isNotNull();
        }
    }
}
