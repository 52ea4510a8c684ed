package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Hands the next due mail to one worker, whatever number of them and of replicas ask. A claim whose lease is over counts
 * as due: its worker cannot pass the fence any more. Once its time is over it is nobody's, and
 * {@link SettleLostMail} ends it.
 */
@ApplicationScoped
class ClaimMail {
    private final Jdbi jdbi;
    private final MailSettings settings;

    ClaimMail(Jdbi jdbi, MailSettings settings) {
        this.jdbi = jdbi;
        this.settings = settings;
    }

    /** Whatever waits longest. */
    @Transactional
    Optional<Claim> next(UUID worker) {
        return next(worker, true, true, Set.of());
    }

    /** What waits longest for the configured server. */
    @Transactional
    Optional<Claim> nextForServer(UUID worker) {
        return next(worker, true, false, Set.of());
    }

    /** What waits longest for an account nobody here talks to. */
    @Transactional
    Optional<Claim> nextForAccount(UUID worker, Set<UUID> busy) {
        return next(worker, false, true, busy);
    }

    private Optional<Claim> next(UUID worker, boolean server, boolean accounts, Set<UUID> busy) {
        return jdbi.withHandle(handle -> {
            Optional<Claim> claim = handle.createQuery("""
                            WITH due AS MATERIALIZED (
                                SELECT d.id, a.id AS account_id
                                FROM delivery d JOIN outreach o ON o.id = d.outreach_id
                                LEFT JOIN mail_account a ON a.person_id = o.owner_id AND a.smtp_host IS NOT NULL
                                WHERE ((d.state IN ('QUEUED', 'TEMPORARY') AND d.next_attempt_at <= clock_timestamp())
                                       OR (d.state = 'CLAIMED' AND d.lease_until < clock_timestamp()
                                           AND d.give_up_at > clock_timestamp()))
                                  AND CASE WHEN a.id IS NULL THEN :server ELSE :accounts AND a.id <> ALL(:busy) END
                                ORDER BY d.next_attempt_at
                                LIMIT 1
                                FOR UPDATE OF d SKIP LOCKED)
                            UPDATE delivery
                            SET state = 'CLAIMED', attempt = attempt + 1, claimed_by = :worker,
                                account_id = due.account_id,
                                lease_until = clock_timestamp() + make_interval(secs => :lease)
                            FROM due
                            WHERE delivery.id = due.id
                            RETURNING delivery.*
                            """)
                    .bind("worker", worker)
                    .bind("server", server)
                    .bind("accounts", accounts)
                    .bindArray("busy", UUID.class, busy)
                    .bind("lease", settings.lease().toMillis() / 1000.0)
                    .map((row, context) -> claim(row))
                    .findOne();
            claim.ifPresent(claimed -> handle.createUpdate("""
                            INSERT INTO delivery_attempt (delivery_id, attempt, started_at)
                            VALUES (:id, :attempt, clock_timestamp())
                            """)
                    .bind("id", claimed.id())
                    .bind("attempt", claimed.attempt())
                    .execute());
            return claim;
        });
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "outreach_id"),
                row.getInt("round"),
                row.getInt("attempt"),
                Columns.uuid(row, "claimed_by"),
                Columns.uuidOrNull(row, "account_id"),
                row.getString("sender"),
                row.getString("recipient"),
                row.getBytes("rendered"),
                row.getString("rendered_hash"),
                row.getString("message_id"),
                row.getInt("email_version"),
                row.getString("approved_hash"),
                Columns.instant(row, "released_at"));
    }
}
