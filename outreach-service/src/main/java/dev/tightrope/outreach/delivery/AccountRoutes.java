package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.delivery.SmtpOutcome.LostBeforeDot;
import dev.tightrope.outreach.delivery.SmtpOutcome.RefusedForGood;
import dev.tightrope.outreach.mailbox.MailAccount;
import dev.tightrope.outreach.mailbox.MailAccounts;
import dev.tightrope.outreach.mailbox.MailboxesSettings;
import dev.tightrope.outreach.mailbox.connection.MailConnections;
import dev.tightrope.outreach.mailbox.connection.SignInException;
import dev.tightrope.outreach.mailbox.credentials.SealedSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/**
 * Mail that goes through the rep's own account. If that cannot be signed in to, the mail is tried again like after any
 * other loss before the dot: through another server it would not be the rep's mail any more.
 */
@ApplicationScoped
class AccountRoutes {
    private static final Logger LOG = Logger.getLogger(AccountRoutes.class);

    private final MailAccounts accounts;
    private final MailConnections connections;
    private final MailSettings settings;
    private final MailboxesSettings mailboxes;

    AccountRoutes(
            MailAccounts accounts, MailConnections connections, MailSettings settings, MailboxesSettings mailboxes) {
        this.accounts = accounts;
        this.connections = connections;
        this.settings = settings;
        this.mailboxes = mailboxes;
    }

    /** The account a mail goes through; none: the configured server. */
    Optional<MailAccount> accountOf(Claim claim) {
        return Optional.ofNullable(claim.accountId()).flatMap(accounts::byId).filter(account -> account.smtp() != null);
    }

    /** Has a mail handed over through an account. */
    SmtpOutcome through(MailAccount account, Claim claim, BiFunction<SmtpServer, String, SmtpOutcome> handOver) {
        String password;
        try {
            password = connections.passwordOf(account);
        } catch (SignInException e) {
            if (e.forGood()) {
                accounts.needsSignIn(account, String.valueOf(e.getMessage()));
            }
            return lost(e);
        } catch (SealedSecrets.CannotOpenException e) {
            return lost(e);
        }
        SmtpServer server = new SmtpServer(new AccountRoute(
                new AccountSmtp(account, password, settings.smtp(), mailboxes),
                connections.smtpProperties(account),
                () -> connections.smtpSocket(account)));
        SmtpOutcome outcome = handOver(account, claim, server, handOver);
        if (outcome instanceof LostBeforeDot lost && lost.phase() == SmtpPhase.CONNECT) {
            connections.forget(account, password);
        }
        return outcome;
    }

    /**
     * Reports go to the envelope's sender. It names this very mail where the account says it may; a server that refuses it
     * all the same is told the account's own address, before anything else of the mail was said.
     */
    private static SmtpOutcome handOver(
            MailAccount account, Claim claim, SmtpServer server, BiFunction<SmtpServer, String, SmtpOutcome> handOver) {
        if (account.outgoing().subAddressing()) {
            SmtpOutcome outcome = handOver.apply(
                    server, account.addressWith(ReplyAddress.BOUNCE + ReplyAddress.tokenOf(claim.sender())));
            if (!(outcome instanceof RefusedForGood refused) || refused.phase() != SmtpPhase.MAIL) {
                return outcome;
            }
            LOG.warnf("account %s may not send as its address with a tag: %s", account.id(), refused.reply());
        }
        return handOver.apply(server, account.address());
    }

    private static SmtpOutcome lost(Exception why) {
        return new LostBeforeDot(
                SmtpPhase.CONNECT, "the rep's own mail account cannot be signed in to: " + why.getMessage());
    }
}
