package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.delivery.SmtpOutcome.RefusedForGood;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Claims a mail, hands it to the mail server and puts the outcome on record. */
@ApplicationScoped
class DeliverMail {
    private static final Logger LOG = Logger.getLogger(DeliverMail.class);
    private static final Duration RECORD_AGAIN = Duration.ofSeconds(1);
    private static final int RECORD_TRIES = 600;

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

    /** The next mail that is due for the configured server. */
    Optional<Claim> claimForServer(UUID worker) {
        return claimMail.nextForServer(worker);
    }

    /** The next mail that is due for an account other than these. */
    Optional<Claim> claimForAccount(UUID worker, Set<UUID> busy) {
        return claimMail.nextForAccount(worker, busy);
    }

    /**
     * Hands it over and puts the outcome on record. That is worth some patience: without it, an accepted mail would count
     * as unknown.
     */
    void deliver(Claim claim, CountDownLatch stopping) throws InterruptedException {
        SmtpOutcome outcome = handOver(claim);
        for (int tries = 1; tries <= RECORD_TRIES; tries++) {
            try {
                settle(claim, outcome);
                return;
            } catch (Throwable e) {
                LOG.warnf(
                        e,
                        "outcome of delivery %s not on record yet: %s",
                        claim.id(),
                        outcome.getClass().getSimpleName());
            }
            if (stopping.await(RECORD_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    /** Hands it over, through the rep's own account if there is one; whatever happens is the outcome. */
    SmtpOutcome handOver(Claim claim) {
        return accountRoutes
                .accountOf(claim)
                .map(account -> accountRoutes.through(account, claim, (own, sender) -> handOver(claim, own, sender)))
                .orElseGet(() -> handOver(claim, server));
    }

    SmtpOutcome handOver(Claim claim, SmtpServer to) {
        return handOver(claim, to, claim.sender());
    }

    private SmtpOutcome handOver(Claim claim, SmtpServer to, String sender) {
        if (!claim.isAsRendered()) {
            return new RefusedForGood(
                    SmtpPhase.CONNECT, 0, "the stored mail was altered after it was rendered; it was not sent");
        }
        SmtpOutcome outcome =
                to.handOver(claim.rendered(), sender, claim.recipient(), () -> passFence.holdsBack(claim));
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
