package dev.tightrope.scheduler.reminder;

import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.ReminderSent;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.scheduler.database.DatabaseClock;
import dev.tightrope.scheduler.database.Rows;
import dev.tightrope.scheduler.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * The queue senders work from. A claim is a lease: it moves the row's next attempt past the longest time one may take, so
 * the reminder of a sender that died comes up again by itself. Those whose recipient has no profile yet stay queued.
 */
@ApplicationScoped
class ReminderQueue {
    /** Of a reminder r: nothing that may turn out to be an answer holds it. */
    static final String GOES_ON = "NOT (r.version IS NOT NULL AND EXISTS "
            + "(SELECT 1 FROM open_suggestion s WHERE s.outreach_id = r.outreach_id)) "
            // An answer that turns out not to be theirs leads back to where the reminder is due.
            + "AND NOT (r.kind IN ('FOLLOW_UP', 'NEXT_STEP') AND EXISTS "
            + "(SELECT 1 FROM outreach o WHERE o.id = r.outreach_id AND o.state = 'RESPONDED')) ";

    /** Of a reminder r: a timer raised it, and its reader wants those all together. */
    static final String IN_DIGEST = "(r.version IS NOT NULL AND EXISTS (SELECT 1 FROM reminder_preference f "
            + "WHERE f.person_id = r.recipient_id AND f.delivery = 'DIGEST')) ";

    private static final String SENDABLE =
            " FROM reminder r JOIN person p ON p.id = r.recipient_id AND p.email IS NOT NULL WHERE r.state = 'PENDING' "
                    + "AND " + GOES_ON + "AND NOT " + IN_DIGEST;

    private final Jdbi jdbi;
    private final DatabaseClock clock;
    private final Outbox outbox;
    private final Ids ids;

    ReminderQueue(Jdbi jdbi, DatabaseClock clock, Outbox outbox, Ids ids) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** Claims the reminder that has been due longest and that nobody else has. */
    @Transactional
    Optional<Claim> claim(Duration lease) {
        UUID token = ids.next();
        return jdbi.withHandle(handle -> {
            Instant now = clock.now(handle);
            return handle.createQuery("""
                            UPDATE reminder SET claim = :token, attempts = attempts + 1, next_attempt_at = :leaseEnd
                            WHERE id = (SELECT r.id""" + SENDABLE + """
                                AND r.next_attempt_at <= :now
                                ORDER BY r.next_attempt_at, r.id LIMIT 1 FOR NO KEY UPDATE OF r SKIP LOCKED)
                            RETURNING id, attempts
                            """)
                    .bind("token", token)
                    .bind("leaseEnd", now.plus(lease))
                    .bind("now", now)
                    .map((row, ctx) -> new Claim(Rows.uuid(row, "id"), token, row.getInt("attempts")))
                    .findOne();
        });
    }

    /** How long until the next one is due, if none is added; a poll's length if one is due that another sender has. */
    Duration untilNext(Duration poll) {
        return jdbi.withHandle(handle -> {
            Instant now = clock.now(handle);
            return handle.createQuery("SELECT min(r.next_attempt_at) AS next" + SENDABLE)
                    .map((row, ctx) -> {
                        Instant next = Rows.optionalInstant(row, "next");
                        return next == null || !next.isAfter(now) ? poll : Duration.between(now, next);
                    })
                    .one();
        });
    }

    /**
     * Claims with a digest what is waiting for it, so that nobody sends that by itself, whatever its reader prefers from now
     * on. What others have in hand is theirs. These claims end with the digest's own, to the instant: who takes over from a
     * sender that died finds what was to be in it free as well.
     */
    @Transactional
    void fill(Claim digest) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE reminder r SET claim = :token, attempts = r.attempts + 1, next_attempt_at = d.next_attempt_at
                        FROM reminder d
                        WHERE d.id = :digest AND d.claim = :token AND r.recipient_id = d.recipient_id
                            AND r.state = 'PENDING' AND (r.claim IS NULL OR r.next_attempt_at <= :now)
                            AND\s""" + GOES_ON + "AND " + IN_DIGEST)
                .bind("token", digest.token())
                .bind("digest", digest.reminderId())
                .bind("now", clock.now(handle))
                .execute());
    }

    /**
     * Gives up a digest nothing was in. Where something is still to come, such as what a sender has in hand that may be dead,
     * it waits for that instead: the next digest is another day's.
     */
    @Transactional
    void leaveEmpty(Claim digest) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE reminder d
                        SET state = CASE WHEN waits.until IS NULL THEN 'CANCELLED' ELSE d.state END,
                            reason = CASE WHEN waits.until IS NULL THEN 'nothing was left to tell' END,
                            next_attempt_at = coalesce(waits.until, d.next_attempt_at), claim = NULL
                        FROM (SELECT min(r.next_attempt_at) AS until FROM reminder r
                            WHERE r.recipient_id = (SELECT recipient_id FROM reminder WHERE id = :digest)
                                AND r.state = 'PENDING' AND\s""" + GOES_ON + "AND " + IN_DIGEST + """
                            ) waits
                        WHERE d.id = :digest AND d.claim = :token AND d.state = 'PENDING'
                        """)
                .bind("digest", digest.reminderId())
                .bind("token", digest.token())
                .execute());
    }

    /**
     * Notes that the mail server took them in one mail, and tells so, once: also of a sender whose claim another one took
     * over.
     */
    @Transactional
    void sent(List<UUID> reminders) {
        jdbi.useHandle(handle -> outbox.appendAll(handle.createQuery("""
                        WITH sent AS (
                            UPDATE reminder SET state = 'SENT', sent_at = :now, claim = NULL, last_error = NULL,
                                reason = NULL
                            WHERE id = ANY (:ids) AND state = 'PENDING' RETURNING *)
                        SELECT sent.id, sent.kind, sent.recipient_id, sent.sent_at, sent.round,
                            o.id AS outreach_id, o.prospect_id, o.owner_id, o.team_id
                        FROM sent JOIN outreach o ON o.id = sent.outreach_id
                        """)
                .bind("now", clock.now(handle))
                .bindArray("ids", UUID.class, reminders)
                .map((row, ctx) -> new ReminderSent(
                        new OutreachRef(
                                Rows.uuid(row, "outreach_id"),
                                row.getInt("round"),
                                Rows.uuid(row, "prospect_id"),
                                Rows.uuid(row, "owner_id"),
                                Rows.optionalUuid(row, "team_id")),
                        Rows.uuid(row, "id"),
                        row.getString("kind"),
                        Rows.uuid(row, "recipient_id"),
                        Rows.instant(row, "sent_at")))
                .list()));
    }

    /** Lets go of a reminder that is not to be sent now, though it may be later. That is no failure: its last error stays. */
    @Transactional
    void hold(Claim claim) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE reminder SET next_attempt_at = :now, claim = NULL
                        WHERE id = :id AND claim = :token AND state = 'PENDING'
                        """)
                .bind("now", clock.now(handle))
                .bind("id", claim.reminderId())
                .bind("token", claim.token())
                .execute());
    }

    /** Gives up a reminder that has lost its point. */
    @Transactional
    void cancel(Claim claim, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE reminder SET state = 'CANCELLED', reason = :reason, claim = NULL
                        WHERE id = :id AND claim = :token AND state = 'PENDING'
                        """)
                .bind("reason", reason)
                .bind("id", claim.reminderId())
                .bind("token", claim.token())
                .execute());
    }

    /** Notes a failure and when to try again: of a digest, with all that was to be in it. */
    @Transactional
    void postpone(Claim claim, Duration pause, String error) {
        postpone(claim, true, pause, error);
    }

    /** The same of one that was to be in a digest, and of nothing else in it. */
    @Transactional
    void postponeAlone(Claim claim, Duration pause, String error) {
        postpone(claim, false, pause, error);
    }

    private void postpone(Claim claim, boolean all, Duration pause, String error) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE reminder SET next_attempt_at = :next, last_error = :error, claim = NULL
                        WHERE claim = :token AND state = 'PENDING' AND (:all OR id = :id)
                        """)
                .bind("next", clock.now(handle).plus(pause))
                .bind("error", error)
                .bind("all", all)
                .bind("id", claim.reminderId())
                .bind("token", claim.token())
                .execute());
    }
}
