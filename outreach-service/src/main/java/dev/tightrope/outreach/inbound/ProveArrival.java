package dev.tightrope.outreach.inbound;

import dev.tightrope.outreach.delivery.SentMail;
import dev.tightrope.outreach.inbound.analysis.InboundMail;
import dev.tightrope.outreach.lifecycle.AttentionReason;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.outreach.Actor;
import dev.tightrope.outreach.outreach.OutreachMoves;
import dev.tightrope.outreach.outreach.OutreachView;
import dev.tightrope.outreach.outreach.Outreaches;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Settles a mail of ours whose outcome nobody knew: it was accepted if somebody answers it, a server reports on it, or a
 * copy of it comes back. That it could not be delivered later is another matter, and told as a bounce.
 */
@ApplicationScoped
class ProveArrival {
    private static final Actor MAILBOX = Actor.system("inbound mail");

    private final Outreaches outreaches;
    private final OutreachMoves moves;
    private final Clock clock;

    ProveArrival(Outreaches outreaches, OutreachMoves moves, Clock clock) {
        this.outreaches = outreaches;
        this.moves = moves;
        this.clock = clock;
    }

    /** An answer, an automatic reply or a report other than of a failure came to it. */
    void byAnswer(InboundMail mail, SentMail sent) {
        boolean report = mail.report().isPresent();
        settle(sent, report ? "a delivery report" : "an answer to it");
    }

    /** It came back to us itself. */
    void byCopy(SentMail sent) {
        settle(sent, "a copy of it");
    }

    private void settle(SentMail sent, String proof) {
        OutreachView outreach = outreaches.lockAndGet(sent.outreachId());
        if (outreach.round() == sent.round() && outreach.attention() == AttentionReason.OUTCOME_UNKNOWN) {
            moves.event(
                    outreach.id(),
                    MAILBOX,
                    new OutreachTrigger.UnknownOutcomeResolved(true, clock.instant()),
                    proof + " proves that the mail server had accepted the e-mail");
        }
    }
}
