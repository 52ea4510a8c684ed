package dev.tightrope.voicemail.recording;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A recording as the API shows it. */
public record RecordingView(
        UUID callAttemptId,

        @Schema(description = "What it is by its content; served with this type", examples = "audio/mp4")
        String mediaType,

        @Schema(description = "In bytes") long size,
        UUID uploadedBy,
        Instant keptAt) {

    static RecordingView of(Recording recording) {
        return new RecordingView(
                recording.attemptId(),
                recording.mediaType(),
                recording.size(),
                recording.uploadedBy(),
                Objects.requireNonNull(recording.keptAt()));
    }
}
