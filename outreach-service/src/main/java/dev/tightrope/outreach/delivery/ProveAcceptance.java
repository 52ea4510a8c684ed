package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.lifecycle.AttentionReason;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.outreach.Actor;
import dev.tightrope.outreach.outreach.OutreachMoves;
import dev.tightrope.outreach.outreach.OutreachView;
import dev.tightrope.outreach.outreach.Outreaches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Settles a mail whose outcome nobody knew by a proof that it was accepted after all. The proof is kept in the outreach's
 * history. It also ends a resend that has not reached the dot.
 */
@ApplicationScoped
public class ProveAcceptance {
    private static final String PROVES = " proves that the mail server had accepted the e-mail";

    private final Outreaches outreaches;
    private final OutreachMoves moves;
    private final Deliveries deliveries;
    private final Clock clock;

    ProveAcceptance(Outreaches outreaches, OutreachMoves moves, Deliveries deliveries, Clock clock) {
        this.outreaches = outreaches;
        this.moves = moves;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** What came back shows it. */
    @Transactional
    public void ofRound(UUID outreachId, int round, Actor who, String proof) {
        OutreachView outreach = outreaches.lockAndGet(outreachId);
        if (outreach.round() == round && outreach.attention() == AttentionReason.OUTCOME_UNKNOWN) {
            moves.event(
                    outreach.id(),
                    who,
                    new OutreachTrigger.UnknownOutcomeResolved(true, clock.instant()),
                    proof + PROVES);
        }
    }

    /** It came back undelivered; what follows for the outreach is told as a bounce. */
    @Transactional
    public void byReturn(SentMail sent) {
        outreaches.lockAndGet(sent.outreachId());
        deliveries.cameBack(sent.outreachId(), sent.round(), sent.recipient());
    }

    /**
     * A copy of these very bytes lies in the Sent folder.
     *
     * @param renderedHash their hash: the same mail written anew has the same Message-ID, and is another one
     */
    @Transactional
    public void ofBytes(UUID deliveryId, UUID outreachId, String renderedHash, Actor who, String proof) {
        OutreachView outreach = outreaches.lockAndGet(outreachId);
        Optional<Deliveries.Proven> proven = deliveries.prove(deliveryId, renderedHash);
        if (proven.isEmpty()) {
            return;
        }
        Deliveries.Proven mail = proven.get();
        if (outreach.round() != mail.round()) {
            return;
        }
        if (mail.before() == DeliveryState.UNKNOWN) {
            ofRound(outreachId, mail.round(), who, proof);
        } else {
            moves.event(
                    outreachId,
                    who,
                    new OutreachTrigger.MailAccepted(
                            mail.emailVersion(),
                            mail.approvedHash(),
                            mail.messageId(),
                            mail.releasedAt(),
                            clock.instant()),
                    proof + PROVES);
        }
    }
}
