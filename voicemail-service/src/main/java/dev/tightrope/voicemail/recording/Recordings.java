package dev.tightrope.voicemail.recording;

import dev.tightrope.api.Problems;
import dev.tightrope.api.Visibility;
import dev.tightrope.voicemail.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The rows of the recordings. Whoever changes those of a call attempt locks that first. */
@ApplicationScoped
class Recordings {
    private final Jdbi jdbi;

    Recordings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Locks a call attempt the caller may see; whether it was undone. */
    CalledAttempt lockAttempt(UUID attempt, Visibility visibility) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "select a.outreach_id, a.status from call_attempt a join outreach o using (outreach_id)"
                                        + " where a.attempt_id = :id and " + Visibility.SQL + " for update of a")
                        .bind("id", attempt)
                        .bindMethods(visibility)
                        .map((rs, ctx) -> new CalledAttempt(
                                Columns.uuid(rs, "outreach_id"),
                                rs.getString("status").equals("UNDONE")))
                        .findOne())
                .orElseThrow(() -> Problems.notFound("call attempt", attempt));
    }

    /** What recordings have to know of a call attempt. */
    record CalledAttempt(UUID outreachId, boolean undone) {}

    Optional<Recording> kept(UUID attempt, Visibility visibility) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select r.* from recording r join call_attempt a using (attempt_id) join outreach o using (outreach_id)
                        where r.attempt_id = :id and r.status = 'KEPT' and """ + Visibility.SQL)
                .bind("id", attempt)
                .bindMethods(visibility)
                .map(Recording::map)
                .findOne());
    }

    void insertPending(Recording recording, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into recording (recording_id, attempt_id, status, media_type, size, sha256, uploaded_by, created_at)
                        values (:id, :attempt, 'PENDING', :type, :size, :sha256, :by, :now)""")
                .bind("id", recording.id())
                .bind("attempt", recording.attemptId())
                .bind("type", recording.mediaType())
                .bind("size", recording.size())
                .bind("sha256", recording.sha256())
                .bind("by", recording.uploadedBy())
                .bind("now", Columns.parameter(now))
                .execute());
    }

    /** Its bytes are stored: it is kept, unless it was given up meanwhile; whether it is. */
    boolean keep(UUID id, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "update recording set status = 'KEPT', kept_at = :now where recording_id = :id and status = 'PENDING'")
                        .bind("id", id)
                        .bind("now", Columns.parameter(now))
                        .execute())
                == 1;
    }

    /** Gives up what is kept for a call attempt; its id, if there was something. */
    Optional<UUID> giveUpKept(UUID attempt) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "update recording set status = 'GOING' where attempt_id = ? and status = 'KEPT' returning recording_id")
                .bind(0, attempt)
                .mapTo(UUID.class)
                .findOne());
    }

    /** Gives one up unless it is kept; whether it is given up. */
    boolean giveUp(UUID id) {
        return jdbi.withHandle(handle -> handle.execute(
                        "update recording set status = 'GOING' where recording_id = ? and status <> 'KEPT'", id))
                == 1;
    }

    boolean isKnown(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from recording where recording_id = ?)")
                        .bind(0, id)
                        .mapTo(Boolean.class)
                        .one());
    }

    /** Forgets one whose bytes are removed. */
    void forget(UUID id) {
        jdbi.useHandle(
                handle -> handle.execute("delete from recording where recording_id = ? and status = 'GOING'", id));
    }

    /** Says in the call attempt what is kept of it. */
    void tellAttempt(UUID attempt, @Nullable String type, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update call_attempt set recording_type = :type, updated_at = :now where attempt_id = :id")
                .bind("id", attempt)
                .bind("type", type)
                .bind("now", Columns.parameter(now))
                .execute());
    }

    /**
     * Gives up what was begun before a time and never finished; all that is to be removed now. What was given up while it
     * was being stored is left to whoever stores it, and to a later time if they never finish.
     */
    List<UUID> going(Instant begunBefore) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate(
                            "update recording set status = 'GOING' where status = 'PENDING' and created_at < :before")
                    .bind("before", Columns.parameter(begunBefore))
                    .execute();
            return handle.createQuery("""
                            select recording_id from recording
                            where status = 'GOING' and (kept_at is not null or created_at < :before) order by created_at""")
                    .bind("before", Columns.parameter(begunBefore))
                    .mapTo(UUID.class)
                    .list();
        });
    }
}
