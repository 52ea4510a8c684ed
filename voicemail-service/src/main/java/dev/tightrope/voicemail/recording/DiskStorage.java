package dev.tightrope.voicemail.recording;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Recordings as files of a folder that all replicas share. A file has its name only when it is complete. */
final class DiskStorage implements RecordingStorage {
    private final Path folder;

    DiskStorage(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(UUID id, byte[] audio) throws IOException {
        Path part = part(id);
        try {
            try (FileChannel file = FileChannel.open(part, CREATE, TRUNCATE_EXISTING, WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(audio);
                while (left.hasRemaining()) {
                    file.write(left);
                }
                file.force(true);
            }
            Files.move(part, file(id), StandardCopyOption.ATOMIC_MOVE);
            // The name is durable only with the folder it stands in.
            try (FileChannel names = FileChannel.open(folder, READ)) {
                names.force(true);
            }
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    @Override
    public InputStream open(UUID id) throws IOException {
        return Files.newInputStream(file(id));
    }

    @Override
    public void delete(UUID id) throws IOException {
        Files.deleteIfExists(part(id));
        Files.deleteIfExists(file(id));
    }

    private Path file(UUID id) {
        return folder.resolve(id.toString());
    }

    private Path part(UUID id) {
        return folder.resolve(id + ".part");
    }
}
