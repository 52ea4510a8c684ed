package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.delivery.SmtpOutcome.RefusedForGood;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Claims a mail, hands it to the mail server and puts the outcome on record. */
@ApplicationScoped
class DeliverMail {
    private final ClaimMail claimMail;
    private final PassFence passFence;
    private final SettleMail settleMail;
    private final AccountRoutes accountRoutes;
    private final ServerFaults faults;
    private final SmtpServer server;

    DeliverMail(
            ClaimMail claimMail,
            PassFence passFence,
            SettleMail settleMail,
            AccountRoutes accountRoutes,
            ServerFaults faults,
            MailSettings settings) {
        this.claimMail = claimMail;
        this.passFence = passFence;
        this.settleMail = settleMail;
        this.accountRoutes = accountRoutes;
        this.faults = faults;
        this.server = new SmtpServer(settings.smtp());
    }

    /** The next mail that is due. */
    Optional<Claim> claim(UUID worker) {
        return claimMail.next(worker);
    }

    /** Hands it over, through the rep's own account if there is one; whatever happens is the outcome. */
    SmtpOutcome handOver(Claim claim) {
        return accountRoutes
                .accountOf(claim)
                .map(account -> accountRoutes.through(account, own -> handOver(claim, own)))
                .orElseGet(() -> handOver(claim, server));
    }

    SmtpOutcome handOver(Claim claim, SmtpServer to) {
        if (!claim.isAsRendered()) {
            return new RefusedForGood(
                    SmtpPhase.CONNECT, 0, "the stored mail was altered after it was rendered; it was not sent");
        }
        SmtpOutcome outcome =
                to.handOver(claim.rendered(), claim.sender(), claim.recipient(), () -> passFence.holdsBack(claim));
        faults.note(outcome);
        return outcome;
    }

    /** Takes leave of the mail server on connections nobody needed for long. */
    void closeIdleConnections() {
        server.closeIdle();
    }

    /** Takes leave of the mail server. */
    void closeConnections() {
        server.close();
    }

    /** Puts the outcome on record. */
    void settle(Claim claim, SmtpOutcome outcome) {
        settleMail.settle(claim, outcome);
    }
}
