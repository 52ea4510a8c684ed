package dev.tightrope.voicemail.recording;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Makes the storage that is configured; with one that cannot work the service does not start. */
@ApplicationScoped
class StorageProducer {
    @Produces
    @Startup
    @ApplicationScoped
    RecordingStorage storage(RecordingSettings settings) {
        if (settings.maxSize().asLongValue() > RecordingResource.CEILING) {
            throw new IllegalArgumentException("tightrope.recordings.max-size is above 48M, the most a call may bring");
        }
        return switch (settings.storage()) {
            case NONE -> new NoStorage();
            case DISK -> onDisk(settings);
            case S3 -> new S3Storage(settings.s3());
        };
    }

    void close(@Disposes RecordingStorage storage) {
        if (storage instanceof S3Storage s3) {
            s3.close();
        }
    }

    private static DiskStorage onDisk(RecordingSettings settings) {
        Path folder = settings.directory()
                .orElseThrow(() -> new IllegalArgumentException(
                        "tightrope.recordings.storage is disk: name a folder in tightrope.recordings.directory"));
        try {
            return new DiskStorage(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for recordings cannot be made: " + folder, e);
        }
    }
}
