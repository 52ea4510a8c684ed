package dev.tightrope.voicemail.recording;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** Recordings as files of a folder that all replicas share. A file has its name only when it is complete. */
final class DiskStorage implements RecordingStorage {
    private final Path folder;

    /** Makes the folder if it is not there. A voice is nobody else's business, so whatever is made is the owner's alone. */
    DiskStorage(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder, ownersOnly("rwx------"));
    }

    private static FileAttribute<?>[] ownersOnly(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public void put(UUID id, byte[] audio) throws IOException {
        Path part = part(id);
        try {
            try (FileChannel file =
                    FileChannel.open(part, Set.of(CREATE, TRUNCATE_EXISTING, WRITE), ownersOnly("rw-------"))) {
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
    public InputStream open(UUID id, long size) throws IOException {
        long found = Files.size(file(id));
        if (found != size) {
            throw new IOException("File " + id + " has " + found + " bytes instead of " + size);
        }
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
