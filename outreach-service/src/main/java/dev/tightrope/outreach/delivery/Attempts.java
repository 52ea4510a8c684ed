package dev.tightrope.outreach.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Writes down how an attempt ended; each change holds only if the attempt is still the mail's latest. */
@ApplicationScoped
class Attempts {
    private final Jdbi jdbi;

    Attempts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** When an acceptance was written down. */
    enum Acceptance {
        /** While it was waited for. */
        IN_TIME,
        /** After the lease had ended and the outcome counted as unknown. */
        AFTER_GIVEN_UP_AS_UNKNOWN,
        /** Somebody else settled it. */
        NOT_MINE
    }

    void end(Claim claim, AttemptOutcome outcome, SmtpPhase phase, @Nullable Integer code, String reply) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE delivery_attempt
                        SET ended_at = clock_timestamp(), outcome = :outcome, phase = :phase, smtp_code = :code,
                            reply = :reply
                        WHERE delivery_id = :id AND attempt = :attempt
                        """)
                .bind("id", claim.id())
                .bind("attempt", claim.attempt())
                .bind("outcome", outcome.name())
                .bind("phase", phase.name())
                .bind("code", code)
                .bind("reply", reply)
                .execute());
    }

    /** An acceptance is a fact, however late it is read: it also stops a resend that was not begun yet. */
    Acceptance becameSent(Claim claim, Instant now) {
        return jdbi.withHandle(handle -> {
            String before = handle.createQuery("""
                            UPDATE delivery d
                            SET state = 'SENT', reason = NULL, claimed_by = NULL, lease_until = NULL, settled_at = :now
                            FROM (SELECT id, state FROM delivery WHERE id = :id FOR UPDATE) before
                            WHERE d.id = before.id AND d.attempt = :attempt
                              AND d.state IN ('DOT_SENDING', 'UNKNOWN', 'QUEUED')
                            RETURNING before.state
                            """)
                    .bind("id", claim.id())
                    .bind("attempt", claim.attempt())
                    .bind("now", now)
                    .mapTo(String.class)
                    .findOne()
                    .orElse("");
            return switch (before) {
                case "" -> Acceptance.NOT_MINE;
                case "UNKNOWN" -> Acceptance.AFTER_GIVEN_UP_AS_UNKNOWN;
                default -> Acceptance.IN_TIME;
            };
        });
    }

    void knownToProviderAs(Claim claim, String id) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE delivery SET provider_id = :provider WHERE id = :id")
                .bind("provider", id)
                .bind("id", claim.id())
                .execute());
    }

    /** Puts the mail back in the queue, unless its time is over. */
    boolean triedAgainLater(Claim claim, Duration pause, String reason) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE delivery
                        SET state = 'TEMPORARY', reason = :reason, claimed_by = NULL, lease_until = NULL,
                            next_attempt_at = clock_timestamp() + make_interval(secs => :pause)
                        WHERE id = :id AND attempt = :attempt AND state IN ('CLAIMED', 'DOT_SENDING')
                          AND clock_timestamp() + make_interval(secs => :pause) < give_up_at
                        """)
                        .bind("id", claim.id())
                        .bind("attempt", claim.attempt())
                        .bind("pause", pause.toMillis() / 1000.0)
                        .bind("reason", reason)
                        .execute()
                == 1);
    }

    boolean ended(Claim claim, DeliveryState state, String reason, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE delivery
                        SET state = :state, reason = :reason, claimed_by = NULL, lease_until = NULL, settled_at = :now
                        WHERE id = :id AND attempt = :attempt AND state IN ('CLAIMED', 'DOT_SENDING')
                        """)
                        .bind("id", claim.id())
                        .bind("attempt", claim.attempt())
                        .bind("state", state.name())
                        .bind("reason", reason)
                        .bind("now", now)
                        .execute()
                == 1);
    }
}
