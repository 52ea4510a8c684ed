package dev.tightrope.outreach.inbound;

import dev.tightrope.outreach.delivery.ProveAcceptance;
import dev.tightrope.outreach.delivery.SentMail;
import dev.tightrope.outreach.inbound.analysis.InboundMail;
import dev.tightrope.outreach.outreach.Actor;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Settles a mail of ours whose outcome nobody knew: it was accepted if somebody answers it, a server reports on it, or a
 * copy of it comes back. That it could not be delivered later is another matter, and told as a bounce.
 */
@ApplicationScoped
class ProveArrival {
    private static final Actor MAILBOX = Actor.system("inbound mail");

    private final ProveAcceptance proveAcceptance;

    ProveArrival(ProveAcceptance proveAcceptance) {
        this.proveAcceptance = proveAcceptance;
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

    /** It came back undelivered. */
    void byReturn(SentMail sent) {
        proveAcceptance.byReturn(sent);
    }

    private void settle(SentMail sent, String proof) {
        proveAcceptance.ofRound(sent.outreachId(), sent.round(), MAILBOX, proof);
    }
}
