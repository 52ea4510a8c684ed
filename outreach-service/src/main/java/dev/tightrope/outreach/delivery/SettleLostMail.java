package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.database.Columns;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.outreach.Actor;
import dev.tightrope.outreach.outreach.OutreachMoves;
import dev.tightrope.outreach.outreach.Outreaches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Ends mails whose worker is gone. At the final dot they may be out, so they count as unknown and are never sent again
 * by themselves; before it they are tried again by others, until their time is over.
 */
@ApplicationScoped
class SettleLostMail {
    private static final String AT_THE_DOT = "the process that was sending it ended at the final dot";
    private static final String NEVER_AT_THE_DOT = "given up: no attempt came as far as the final dot within its time";

    private final Outreaches outreaches;
    private final OutreachMoves moves;
    private final Jdbi jdbi;
    private final Event<MailHandedOver> handedOver;
    private final Clock clock;

    SettleLostMail(
            Outreaches outreaches, OutreachMoves moves, Jdbi jdbi, Event<MailHandedOver> handedOver, Clock clock) {
        this.outreaches = outreaches;
        this.moves = moves;
        this.jdbi = jdbi;
        this.handedOver = handedOver;
        this.clock = clock;
    }

    /** Mails that nobody works on and nobody will take up again, with their outreaches. */
    List<Lost> find() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, outreach_id, round, state FROM delivery
                        WHERE lease_until < clock_timestamp()
                          AND (state = 'DOT_SENDING' OR (state = 'CLAIMED' AND give_up_at <= clock_timestamp()))
                        """)
                .map((row, context) -> new Lost(
                        Columns.uuid(row, "id"),
                        Columns.uuid(row, "outreach_id"),
                        row.getInt("round"),
                        DeliveryState.valueOf(row.getString("state"))))
                .list());
    }

    @Transactional
    void settle(Lost lost) {
        boolean maybeOut = lost.state() == DeliveryState.DOT_SENDING;
        String reason = maybeOut ? AT_THE_DOT : NEVER_AT_THE_DOT;
        int round = outreaches.lockAndGet(lost.outreachId()).round();
        int settled = jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE delivery
                        SET state = :after, reason = :reason, claimed_by = NULL, lease_until = NULL, settled_at = :now
                        WHERE id = :id AND state = :before AND lease_until < clock_timestamp()
                        """)
                .bind("id", lost.id())
                .bind("before", lost.state().name())
                .bind("after", (maybeOut ? DeliveryState.UNKNOWN : DeliveryState.PERMANENT).name())
                .bind("reason", reason)
                .bind("now", clock.instant())
                .execute());
        if (settled == 1 && maybeOut) {
            handedOver.fire(new MailHandedOver(lost.id(), false));
        }
        if (settled == 1 && round == lost.round()) {
            moves.event(
                    lost.outreachId(),
                    Actor.system("delivery"),
                    maybeOut
                            ? new OutreachTrigger.MailOutcomeUnknown(null, reason)
                            : new OutreachTrigger.MailRefusedForGood(null, reason),
                    reason);
        }
    }

    /**
     * A mail nobody waits for any more.
     *
     * @param id the delivery
     * @param outreachId its outreach
     * @param round its round
     * @param state how far it came
     */
    record Lost(UUID id, UUID outreachId, int round, DeliveryState state) {}
}
