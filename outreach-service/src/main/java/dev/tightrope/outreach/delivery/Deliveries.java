package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.database.Columns;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The queue of mails: what enters it, and what is withdrawn from it. */
@ApplicationScoped
class Deliveries {
    private final Jdbi jdbi;
    private final MailTraces traces;
    private final MailSettings settings;
    private final Clock clock;

    Deliveries(Jdbi jdbi, MailTraces traces, MailSettings settings, Clock clock) {
        this.jdbi = jdbi;
        this.traces = traces;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Queues a mail. One for the same round and recipient that certainly never went out is replaced; otherwise it stays.
     *
     * @return whether it was queued
     */
    boolean queue(Intent intent) {
        Optional<UUID> queued = insert(intent);
        queued.ifPresent(id -> traces.keep(id, intent.traces()));
        return queued.isPresent();
    }

    /** The row's id: of one that is replaced it stays. */
    private Optional<UUID> insert(Intent intent) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO delivery (id, outreach_id, round, recipient, email_version, approved_hash, sender,
                                              rendered, rendered_hash, message_id, reply_token, state,
                                              next_attempt_at, give_up_at, released_at, created_at)
                        VALUES (:id, :outreach, :round, :recipient, :version, :approvedHash, :sender,
                                :rendered, :renderedHash, :messageId, :token, 'QUEUED',
                                clock_timestamp(), clock_timestamp() + make_interval(secs => :giveUp), :released, :now)
                        ON CONFLICT (outreach_id, round, recipient) DO UPDATE
                        SET email_version = excluded.email_version, approved_hash = excluded.approved_hash,
                            sender = excluded.sender, rendered = excluded.rendered,
                            rendered_hash = excluded.rendered_hash, reply_token = excluded.reply_token,
                            state = 'QUEUED', reason = NULL, next_attempt_at = excluded.next_attempt_at,
                            give_up_at = excluded.give_up_at, released_at = excluded.released_at, settled_at = NULL
                        WHERE delivery.state IN ('CANCELLED', 'PERMANENT')
                        RETURNING id
                        """)
                .bind("id", intent.id())
                .bind("outreach", intent.outreachId())
                .bind("round", intent.round())
                .bind("recipient", intent.recipient())
                .bind("version", intent.emailVersion())
                .bind("approvedHash", intent.approvedHash())
                .bind("sender", intent.sender())
                .bind("rendered", intent.rendered())
                .bind("renderedHash", MessageIds.sha256(intent.rendered()))
                .bind("messageId", intent.messageId())
                .bind("token", intent.replyToken())
                .bind("giveUp", settings.giveUpAfter().toMillis() / 1000.0)
                .bind("released", intent.releasedAt())
                .bind("now", clock.instant())
                .mapTo(UUID.class)
                .findOne());
    }

    /**
     * Lets a mail whose outcome was unknown, and of which the rep says that it never arrived, go again: the same bytes,
     * and not before the quarantine is over, in which a copy may still turn up. It is due from then on: what it took
     * people to find out is no part of the time from release to acceptance.
     */
    boolean requeueUnknown(UUID outreachId, int round, String recipient) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE delivery
                        SET state = 'QUEUED', reason = 'sent again, because it never arrived', settled_at = NULL,
                            next_attempt_at = again.due, released_at = again.due,
                            give_up_at = again.due + make_interval(secs => :giveUp)
                        FROM (SELECT id, greatest(clock_timestamp(),
                                                  dot_at + make_interval(secs => :quarantine)) AS due
                              FROM delivery
                              WHERE outreach_id = :outreach AND round = :round AND recipient = :recipient
                                AND state = 'UNKNOWN' FOR UPDATE) again
                        WHERE delivery.id = again.id
                        """)
                        .bind("outreach", outreachId)
                        .bind("round", round)
                        .bind("recipient", recipient)
                        .bind("quarantine", settings.resendQuarantine().toMillis() / 1000.0)
                        .bind("giveUp", settings.giveUpAfter().toMillis() / 1000.0)
                        .execute()
                == 1);
    }

    /** Withdraws what is not at the dot yet; a worker that talks to the server right now fails at the fence. */
    void cancel(UUID outreachId, int round, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE delivery
                        SET state = 'CANCELLED', reason = :reason, claimed_by = NULL, lease_until = NULL,
                            settled_at = :now
                        WHERE outreach_id = :outreach AND round = :round
                          AND state IN ('QUEUED', 'TEMPORARY', 'CLAIMED')
                        """)
                .bind("outreach", outreachId)
                .bind("round", round)
                .bind("reason", reason)
                .bind("now", clock.instant())
                .execute());
    }

    /** Withdraws one mail that is not at the dot yet. */
    void cancel(UUID id, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE delivery
                        SET state = 'CANCELLED', reason = :reason, claimed_by = NULL, lease_until = NULL,
                            settled_at = :now
                        WHERE id = :id AND state IN ('QUEUED', 'TEMPORARY', 'CLAIMED')
                        """)
                .bind("id", id)
                .bind("reason", reason)
                .bind("now", clock.instant())
                .execute());
    }

    /** What came of the mail that went to an address in a round; empty while it is on its way. */
    Optional<OutreachTrigger> outcome(UUID outreachId, int round, String recipient) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM delivery
                        WHERE outreach_id = :outreach AND round = :round AND recipient = :recipient
                          AND state IN ('SENT', 'UNKNOWN')
                        """)
                .bind("outreach", outreachId)
                .bind("round", round)
                .bind("recipient", recipient)
                .map((row, context) -> outcome(row))
                .findOne());
    }

    private static OutreachTrigger outcome(ResultSet row) throws SQLException {
        return row.getString("state").equals("UNKNOWN")
                ? new OutreachTrigger.MailOutcomeUnknown(null, String.valueOf(row.getString("reason")))
                : new OutreachTrigger.MailAccepted(
                        row.getInt("email_version"),
                        row.getString("approved_hash"),
                        row.getString("message_id"),
                        Columns.instant(row, "released_at"),
                        Columns.instant(row, "settled_at"));
    }

    /** It came back, so it was handed over: it is not sent again, whatever was thought of it. */
    void cameBack(UUID outreachId, int round, String recipient) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE delivery
                        SET state = 'SENT', reason = 'it came back', claimed_by = NULL, lease_until = NULL,
                            settled_at = :now
                        WHERE outreach_id = :outreach AND round = :round AND recipient = lower(:recipient)
                          AND dot_at IS NOT NULL AND state IN ('UNKNOWN', 'QUEUED', 'TEMPORARY', 'CLAIMED', 'CANCELLED')
                        """)
                .bind("outreach", outreachId)
                .bind("round", round)
                .bind("recipient", recipient)
                .bind("now", clock.instant())
                .execute());
    }

    /** The mail of a round that a person says arrived; it counts as sent from now on. */
    Optional<Confirmed> confirm(UUID outreachId, int round) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        UPDATE delivery SET state = 'SENT', reason = NULL, settled_at = :now
                        WHERE id = (SELECT id FROM delivery
                                    WHERE outreach_id = :outreach AND round = :round AND state IN ('UNKNOWN', 'SENT')
                                    ORDER BY dot_at DESC LIMIT 1)
                        RETURNING id, email_version, approved_hash, message_id, released_at, dot_at
                        """)
                .bind("outreach", outreachId)
                .bind("round", round)
                .bind("now", clock.instant())
                .map((row, context) -> new Confirmed(
                        Columns.uuid(row, "id"),
                        row.getInt("email_version"),
                        row.getString("approved_hash"),
                        row.getString("message_id"),
                        Columns.instant(row, "released_at"),
                        Columns.instant(row, "dot_at")))
                .findOne());
    }

    /** Puts on record that a mail of unknown outcome, or one that waits to be sent again, was accepted the first time. */
    Optional<Proven> prove(UUID id, String renderedHash) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        UPDATE delivery d
                        SET state = 'SENT', reason = NULL, claimed_by = NULL, lease_until = NULL, settled_at = :now,
                            released_at = least(d.released_at, d.dot_at)
                        FROM (SELECT id, state FROM delivery WHERE id = :id FOR UPDATE) before
                        WHERE d.id = before.id AND d.rendered_hash = :hash AND d.dot_at IS NOT NULL
                          AND d.state IN ('UNKNOWN', 'QUEUED', 'TEMPORARY', 'CLAIMED')
                        RETURNING before.state, d.round, d.email_version, d.approved_hash, d.message_id, d.released_at
                        """)
                .bind("id", id)
                .bind("hash", renderedHash)
                .bind("now", clock.instant())
                .map((row, context) -> new Proven(
                        DeliveryState.valueOf(row.getString("state")),
                        row.getInt("round"),
                        row.getInt("email_version"),
                        row.getString("approved_hash"),
                        row.getString("message_id"),
                        Columns.instant(row, "released_at")))
                .findOne());
    }

    /**
     * A mail that was proven accepted.
     *
     * @param before how it stood
     * @param round its round
     * @param emailVersion version that was approved
     * @param approvedHash hash of what was approved
     * @param messageId its Message-ID
     * @param releasedAt when it became due
     */
    record Proven(
            DeliveryState before,
            int round,
            int emailVersion,
            String approvedHash,
            String messageId,
            Instant releasedAt) {}

    /**
     * A mail whose acceptance was found out later.
     *
     * @param id the delivery
     * @param emailVersion version that was approved
     * @param approvedHash hash of what was approved
     * @param messageId its Message-ID
     * @param releasedAt when it became due
     * @param dotAt when it was handed over
     */
    record Confirmed(
            UUID id, int emailVersion, String approvedHash, String messageId, Instant releasedAt, Instant dotAt) {}
}
