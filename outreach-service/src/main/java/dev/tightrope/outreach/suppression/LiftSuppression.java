package dev.tightrope.outreach.suppression;

import dev.tightrope.api.Caller;
import dev.tightrope.api.Problems;
import dev.tightrope.events.SuppressionLifted;
import dev.tightrope.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Ends a suppression; its row stays, with who ended it and why. */
@ApplicationScoped
class LiftSuppression {
    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    LiftSuppression(Jdbi jdbi, Outbox outbox, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    void lift(UUID id, String reason) {
        Suppression lifted = jdbi.withHandle(handle -> handle.createQuery("""
                                UPDATE suppression
                                SET lifted_at = :now, lifted_by = :by, lift_reason = :reason, updated_at = :now
                                WHERE id = :id AND lifted_at IS NULL
                                RETURNING *
                                """)
                        .bind("id", id)
                        .bind("now", clock.instant())
                        .bind("by", caller.personId())
                        .bind("reason", reason)
                        .map(new SuppressionMapper())
                        .findOne())
                .orElseThrow(() -> Problems.notFound("suppression in force", id));
        outbox.append(new SuppressionLifted(lifted.id(), lifted.kind(), lifted.value()));
    }
}
