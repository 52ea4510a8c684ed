package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.email.RunningOutreach;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.outreach.Actor;
import dev.tightrope.outreach.outreach.OutreachMoves;
import dev.tightrope.outreach.time.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Delivers step by step what the application's own workers must leave alone: its rows are never due for them. */
@ApplicationScoped
class HandDelivery {
    private final OutreachMoves moves;
    private final DeliverMail deliverMail;
    private final Jdbi jdbi;
    private final Ids ids;

    HandDelivery(OutreachMoves moves, DeliverMail deliverMail, Jdbi jdbi, Ids ids) {
        this.moves = moves;
        this.deliverMail = deliverMail;
        this.jdbi = jdbi;
        this.ids = ids;
    }

    /** Releases the mail of an outreach; returns its delivery, which no worker will see as due. */
    UUID released(RunningOutreach outreach) {
        OutreachTrigger release = outreach.release();
        return QuarkusTransaction.requiringNew().call(() -> {
            moves.event(outreach.id(), Actor.system("test"), release, "a test says so");
            return jdbi.withHandle(handle -> handle.createQuery(
                            "UPDATE delivery SET next_attempt_at = 'infinity' WHERE outreach_id = :id RETURNING id")
                    .bind("id", outreach.id())
                    .mapTo(UUID.class)
                    .one());
        });
    }

    /** Claims that delivery and no other, whether it is due or in the hands of a worker that is too late. */
    Claim claim(UUID delivery) {
        return QuarkusTransaction.requiringNew().call(() -> {
            jdbi.useHandle(
                    handle -> handle.createUpdate("""
                            UPDATE delivery
                            SET next_attempt_at = '-infinity',
                                lease_until = CASE WHEN state = 'CLAIMED' THEN '-infinity'::timestamptz END
                            WHERE id = :id AND state IN ('QUEUED', 'TEMPORARY', 'CLAIMED')
                            """).bind("id", delivery).execute());
            Claim claim = deliverMail.claim(ids.next()).orElseThrow();
            if (!claim.id().equals(delivery)) {
                throw new IllegalStateException("claimed " + claim.id() + " instead of " + delivery);
            }
            return claim;
        });
    }

    /** One attempt from claim to record. */
    SmtpOutcome attempt(UUID delivery, ScriptedSmtpServer server) {
        Claim claim = claim(delivery);
        SmtpOutcome outcome = handOver(claim, server);
        deliverMail.settle(claim, outcome);
        return outcome;
    }

    SmtpOutcome attempt(UUID delivery, TestSmtp settings) {
        Claim claim = claim(delivery);
        SmtpOutcome outcome = deliverMail.handOver(claim, new SmtpServer(settings));
        deliverMail.settle(claim, outcome);
        return outcome;
    }

    SmtpOutcome handOver(Claim claim, ScriptedSmtpServer server) {
        return deliverMail.handOver(claim, new SmtpServer(TestSmtp.patient(server.port())));
    }

    void settle(Claim claim, SmtpOutcome outcome) {
        deliverMail.settle(claim, outcome);
    }

    String state(UUID delivery) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT state FROM delivery WHERE id = :id")
                .bind("id", delivery)
                .mapTo(String.class)
                .one());
    }

    /** Whether anybody may still take it in hand. */
    boolean isOpen(UUID delivery) {
        return Set.of("QUEUED", "TEMPORARY", "CLAIMED").contains(state(delivery));
    }

    void change(String assignment, UUID delivery) {
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(
                        handle -> handle.createUpdate("UPDATE delivery SET " + assignment + " WHERE id = :id")
                                .bind("id", delivery)
                                .execute()));
    }
}
