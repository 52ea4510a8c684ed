package dev.tightrope.voicemail;

import dev.tightrope.testing.ServiceParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What only voicemail-service needs in tests: an undo window that does not end by itself while a test looks, and a folder
 * for recordings, small ones.
 */
public class VoicemailServiceResource extends ServiceParts {
    /** For its database. */
    public VoicemailServiceResource() {
        super("voicemail");
    }

    @Override
    protected Map<String, String> ofItsOwn() {
        return Map.of(
                "tightrope.call.undo-window",
                "PT60S",
                "tightrope.recordings.storage",
                "disk",
                "tightrope.recordings.directory",
                recordings().toString(),
                "tightrope.recordings.max-size",
                "2M");
    }

    private static Path recordings() {
        try {
            return Files.createTempDirectory(Path.of("target"), "recordings");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
