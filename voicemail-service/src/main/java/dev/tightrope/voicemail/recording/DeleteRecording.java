package dev.tightrope.voicemail.recording;

import dev.tightrope.api.Visibility;
import dev.tightrope.voicemail.database.DatabaseTime;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Deletes a recording: nobody sees it from the commit on, and its bytes are removed behind that. */
@ApplicationScoped
class DeleteRecording {
    private static final Logger LOG = Logger.getLogger(DeleteRecording.class);

    private final Jdbi jdbi;
    private final DatabaseTime time;
    private final Recordings recordings;
    private final RemoveRecordings remove;

    DeleteRecording(Jdbi jdbi, DatabaseTime time, Recordings recordings, RemoveRecordings remove) {
        this.jdbi = jdbi;
        this.time = time;
        this.recordings = recordings;
        this.remove = remove;
    }

    void delete(UUID attempt, Visibility visibility) {
        QuarkusTransaction.requiringNew()
                .call(() -> giveUp(attempt, visibility))
                .ifPresent(remove::now);
    }

    /** Empty if there is none: whoever lost the answer of the first call may repeat it. */
    private Optional<UUID> giveUp(UUID attempt, Visibility visibility) {
        recordings.lockAttempt(attempt, visibility);
        Optional<UUID> given = recordings.giveUpKept(attempt);
        given.ifPresent(recording -> {
            recordings.tellAttempt(attempt, null, jdbi.withHandle(time::now));
            LOG.infof("Recording %s of call attempt %s is deleted by %s", recording, attempt, visibility.me());
        });
        return given;
    }
}
