package dev.tightrope.voicemail.recording;

import dev.tightrope.api.Problems;
import dev.tightrope.api.Visibility;
import dev.tightrope.voicemail.database.DatabaseTime;
import dev.tightrope.voicemail.outreach.Outreaches;
import dev.tightrope.voicemail.outreach.Tried;
import dev.tightrope.voicemail.time.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps a recording in place of an earlier one: a row, then the bytes, then the row says that they are there. Whatever ends
 * it in between leaves a row by which the bytes are found and removed; no database transaction waits for the storage.
 */
@ApplicationScoped
class KeepRecording {
    private static final Logger LOG = Logger.getLogger(KeepRecording.class);

    private final Jdbi jdbi;
    private final DatabaseTime time;
    private final Ids ids;
    private final Recordings recordings;
    private final Outreaches outreaches;
    private final RecordingStorage storage;
    private final RemoveRecordings remove;

    KeepRecording(
            Jdbi jdbi,
            DatabaseTime time,
            Ids ids,
            Recordings recordings,
            Outreaches outreaches,
            RecordingStorage storage,
            RemoveRecordings remove) {
        this.jdbi = jdbi;
        this.time = time;
        this.ids = ids;
        this.recordings = recordings;
        this.outreaches = outreaches;
        this.storage = storage;
        this.remove = remove;
    }

    /** The same bytes again change nothing. */
    Recording keep(UUID attempt, AudioType type, byte[] audio, Visibility visibility) throws IOException {
        byte[] sha256 = sha256(audio);
        Optional<Recording> before = recordings.kept(attempt, visibility);
        if (before.isPresent() && MessageDigest.isEqual(before.get().sha256(), sha256)) {
            return before.get();
        }
        Recording begun =
                new Recording(ids.next(), attempt, type.mediaType(), audio.length, sha256, visibility.me(), null);
        QuarkusTransaction.requiringNew().run(() -> begin(begun, visibility));
        store(begun.id(), audio);
        boolean finished = false;
        try {
            Finished kept = QuarkusTransaction.requiringNew().call(() -> finish(begun, visibility));
            finished = true;
            kept.replaced().ifPresent(remove::now);
            return kept.recording();
        } finally {
            if (!finished) {
                remove.now(begun.id());
            }
        }
    }

    /** Refuses an attempt that the caller does not see, or that was undone. */
    void demandCalled(UUID attempt, Visibility visibility) {
        QuarkusTransaction.requiringNew().run(() -> lockCalled(attempt, visibility));
    }

    private void lockCalled(UUID id, Visibility visibility) {
        Recordings.CalledAttempt attempt = recordings.lockAttempt(id, visibility);
        if (attempt.undone()) {
            throw Problems.refused(
                    "call-attempt-undone",
                    "Call attempt " + id
                            + " was undone, so it has no recording. Record the call that was made, and keep it there.",
                    outreaches.get(attempt.outreachId(), visibility).standing(),
                    Tried.RECORDING_KEPT.name(),
                    List.of());
        }
    }

    private void begin(Recording begun, Visibility visibility) {
        lockCalled(begun.attemptId(), visibility);
        recordings.insertPending(begun, jdbi.withHandle(time::now));
    }

    private void store(UUID id, byte[] audio) throws IOException {
        boolean stored = false;
        try {
            storage.put(id, audio);
            stored = true;
        } finally {
            if (!stored) {
                remove.nowAndLater(id);
            }
        }
    }

    private Finished finish(Recording begun, Visibility visibility) {
        lockCalled(begun.attemptId(), visibility);
        Instant now = jdbi.withHandle(time::now);
        Optional<UUID> replaced = recordings.giveUpKept(begun.attemptId());
        if (!recordings.keep(begun.id(), now)) {
            throw Problems.conflict(
                    "recording-given-up",
                    "The recording was given up while it was being stored: the person was erased, or it took an hour.");
        }
        recordings.tellAttempt(begun.attemptId(), begun.mediaType(), now);
        replaced.ifPresent(earlier -> LOG.infof(
                "Recording %s of call attempt %s is replaced by %s, of %s",
                earlier, begun.attemptId(), begun.id(), visibility.me()));
        return new Finished(begun.kept(now), replaced);
    }

    private record Finished(Recording recording, Optional<UUID> replaced) {}

    private static byte[] sha256(byte[] audio) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(audio);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
