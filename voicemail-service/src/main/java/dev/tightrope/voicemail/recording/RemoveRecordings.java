package dev.tightrope.voicemail.recording;

import dev.tightrope.voicemail.database.DatabaseTime;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Removes the bytes of recordings that were replaced, deleted or erased, or that a crash left half stored, and then their
 * rows. What the storage does not remove now stays noted and is tried again every minute.
 */
@ApplicationScoped
class RemoveRecordings {
    private static final Logger LOG = Logger.getLogger(RemoveRecordings.class);
    /** No upload takes as long, {@link S3Storage} sees to it; one that did all the same cleans up behind itself. */
    private static final Duration LONGEST_UPLOAD = Duration.ofHours(1);

    private final Recordings recordings;
    private final RecordingStorage storage;
    private final DatabaseTime time;
    private final Jdbi jdbi;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "remove-recordings");
        thread.setDaemon(true);
        return thread;
    });

    RemoveRecordings(Recordings recordings, RecordingStorage storage, DatabaseTime time, Jdbi jdbi) {
        this.recordings = recordings;
        this.storage = storage;
        this.time = time;
        this.jdbi = jdbi;
    }

    void start(@Observes StartupEvent started) {
        timer.scheduleWithFixedDelay(this::tryOnce, 1, 1, TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent stopping) {
        timer.shutdownNow();
    }

    void onGivenUp(@Observes(during = TransactionPhase.AFTER_SUCCESS) RecordingsGivenUp givenUp) {
        timer.execute(this::tryOnce);
    }

    /** Removes all that can be removed now. */
    void runOnce() {
        Instant begunBefore = jdbi.withHandle(time::now).minus(LONGEST_UPLOAD);
        recordings.going(begunBefore).forEach(this::remove);
    }

    /** Removes one that is not kept, at once if that is possible, else a little later. */
    void now(UUID id) {
        try {
            // Without a row, too: it was given up and forgotten while the bytes were still on their way.
            if (recordings.giveUp(id) || !recordings.isKnown(id)) {
                remove(id);
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "Recording %s could not be given up; it is removed in an hour", id);
        }
    }

    /** Removes one whose storing failed, now and once more in an hour: a storage may finish what it gave no answer to. */
    void nowAndLater(UUID id) {
        try {
            if (recordings.giveUp(id)) {
                storage.delete(id);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warnf(e, "Recording %s could not be removed at once; it is tried again in an hour", id);
        }
    }

    private void tryOnce() {
        try {
            runOnce();
        } catch (Throwable e) {
            // The timer would end with the first one, whatever it is; the database comes back, and so does memory.
            LOG.warn("Could not look for recordings to remove; trying again in a minute", e);
        }
    }

    private void remove(UUID id) {
        try {
            storage.delete(id);
            recordings.forget(id);
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "Recording %s could not be removed; it is tried again every minute", id);
        }
    }
}
