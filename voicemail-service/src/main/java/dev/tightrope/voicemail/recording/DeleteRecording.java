package dev.tightrope.voicemail.recording;

import dev.tightrope.api.Problems;
import dev.tightrope.api.Visibility;
import dev.tightrope.voicemail.database.DatabaseTime;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
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
        remove.now(QuarkusTransaction.requiringNew().call(() -> giveUp(attempt, visibility)));
    }

    private UUID giveUp(UUID attempt, Visibility visibility) {
        recordings.lockAttempt(attempt, visibility);
        UUID given = recordings
                .giveUpKept(attempt)
                .orElseThrow(() -> Problems.notFound("recording of call attempt", attempt));
        recordings.tellAttempt(attempt, null, jdbi.withHandle(time::now));
        LOG.infof("Recording %s of call attempt %s is deleted by %s", given, attempt, visibility.me());
        return given;
    }
}
