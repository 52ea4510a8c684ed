package dev.tightrope.voicemail.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskStorageTest {
    @TempDir
    Path folder;

    private final UUID id = UUID.fromString("019e0d3c-0000-7000-8000-000000000001");

    @Test
    void whatWasPutIsThereUntilItIsDeleted() throws IOException {
        DiskStorage storage = new DiskStorage(folder);
        storage.put(id, AudioFiles.wav());

        try (InputStream audio = storage.open(id, AudioFiles.wav().length)) {
            assertThat(audio.readAllBytes()).isEqualTo(AudioFiles.wav());
        }
        assertThat(folder).isDirectoryContaining(file -> file.endsWith(id.toString()));

        storage.delete(id);
        storage.delete(id);
        assertThat(folder).isEmptyDirectory();
        assertThatThrownBy(() -> storage.open(id, AudioFiles.wav().length)).isInstanceOf(IOException.class);
    }

    /** The device that is always full stands where the half-written file would. */
    @Test
    void onAFullDiskNothingIsLeftBehind() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        Files.createSymbolicLink(folder.resolve(id + ".part"), full);

        assertThatThrownBy(() -> new DiskStorage(folder).put(id, AudioFiles.wav()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("space");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatACrashLeftHalfWrittenIsDeletedToo() throws IOException {
        Files.write(folder.resolve(id + ".part"), new byte[10]);

        new DiskStorage(folder).delete(id);

        assertThat(folder).isEmptyDirectory();
    }
}
