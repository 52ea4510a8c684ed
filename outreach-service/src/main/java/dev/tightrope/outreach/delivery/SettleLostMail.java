package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.database.Columns;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.outreach.Actor;
import dev.tightrope.outreach.outreach.OutreachMoves;
import dev.tightrope.outreach.outreach.Outreaches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds mails whose worker died at the dot: the lease is over and no outcome on record. They may be out, so they are
 * never sent again by themselves.
 */
@ApplicationScoped
class SettleLostMail {
    private static final String REASON = "the process that was sending it ended at the final dot";

    private final Outreaches outreaches;
    private final OutreachMoves moves;
    private final Jdbi jdbi;
    private final Clock clock;

    SettleLostMail(Outreaches outreaches, OutreachMoves moves, Jdbi jdbi, Clock clock) {
        this.outreaches = outreaches;
        this.moves = moves;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Mails at the dot without anybody who waits for the answer, with their outreaches. */
    List<Lost> find() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, outreach_id, round FROM delivery
                        WHERE state = 'DOT_SENDING' AND lease_until < clock_timestamp()
                        """)
                .map((row, context) ->
                        new Lost(Columns.uuid(row, "id"), Columns.uuid(row, "outreach_id"), row.getInt("round")))
                .list());
    }

    @Transactional
    void settle(Lost lost) {
        int round = outreaches.lockAndGet(lost.outreachId()).round();
        int settled = jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE delivery
                        SET state = 'UNKNOWN', reason = :reason, claimed_by = NULL, lease_until = NULL, settled_at = :now
                        WHERE id = :id AND state = 'DOT_SENDING' AND lease_until < clock_timestamp()
                        """)
                .bind("id", lost.id())
                .bind("reason", REASON)
                .bind("now", clock.instant())
                .execute());
        if (settled == 1 && round == lost.round()) {
            moves.event(
                    lost.outreachId(),
                    Actor.system("delivery"),
                    new OutreachTrigger.MailOutcomeUnknown(null, REASON),
                    REASON);
        }
    }

    /**
     * A mail nobody waits for any more.
     *
     * @param id the delivery
     * @param outreachId its outreach
     * @param round its round
     */
    record Lost(UUID id, UUID outreachId, int round) {}
}
