package dev.tightrope.outreach.inbound.reading;

import dev.tightrope.outreach.mailbox.Authentication;
import dev.tightrope.outreach.mailbox.MailAccount;
import dev.tightrope.outreach.mailbox.MailAccounts;
import dev.tightrope.outreach.mailbox.connection.ConnectionProblem;
import dev.tightrope.outreach.mailbox.connection.MailConnections;
import dev.tightrope.outreach.mailbox.connection.SignInException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Objects;
import org.jboss.logging.Logger;

/** The mailbox of one account; what is found out about it stands in the account's status. */
final class AccountMailbox implements ReadableMailbox {
    private static final Logger LOG = Logger.getLogger(AccountMailbox.class);
    /** Servers sometimes refuse a password that is right; this often in a row they mean it. */
    private static final int REFUSALS = 3;

    private final MailAccount account;
    private final MailConnections connections;
    private final MailAccounts accounts;
    private final Duration tellAfter;
    private volatile boolean noted;

    AccountMailbox(MailAccount account, MailConnections connections, MailAccounts accounts, Duration tellAfter) {
        this.account = account;
        this.connections = connections;
        this.accounts = accounts;
        this.tellAfter = tellAfter;
    }

    MailAccount account() {
        return account;
    }

    @Override
    public Origin origin() {
        return Origin.ACCOUNT;
    }

    @Override
    public String name() {
        return account.id() + " " + account.username() + "@"
                + Objects.requireNonNull(account.imap()).host() + "/" + account.folder();
    }

    @Override
    public String source() {
        return account.address();
    }

    @Override
    public String folder() {
        return account.folder();
    }

    @Override
    public String inWords() {
        return "The mailbox of account " + account.id();
    }

    @Override
    public MailConnections.OpenStore open() throws MessagingException, SignInException {
        return connections.imap(account);
    }

    @Override
    public ConnectionProblem problemOf(Throwable failure) {
        return ConnectionProblem.of(failure, account, Objects.requireNonNull(account.imap()));
    }

    @Override
    public void takenOver() {
        noted = false;
    }

    @Override
    public void works() {
        if (!noted) {
            accounts.works(account);
            noted = true;
        }
    }

    @Override
    public boolean fails(Throwable failure, ConnectionProblem problem, int failures) {
        noted = false;
        if (!isSignInNeeded(failure, failures)) {
            noteFailure(problem);
            return false;
        }
        if (accounts.needsSignIn(account, problem.problem())) {
            LOG.warnf("The mail account %s has to be signed in anew: %s", account.id(), problem.problem());
        }
        return true;
    }

    /** Without the database, too, the log has to say why the mailbox is not read. */
    private void noteFailure(ConnectionProblem problem) {
        try {
            if (accounts.fails(account, problem.problem(), tellAfter)) {
                LOG.warnf("The mail account %s is not read for long: whoever can mend it is told", account.id());
            }
        } catch (RuntimeException e) {
            LOG.warnf("That the mail account %s is not read is noted with the next attempt: %s", account.id(), e);
        }
    }

    private boolean isSignInNeeded(Throwable failure, int failures) {
        if (failure instanceof SignInException signIn) {
            return signIn.forGood();
        }
        return failure instanceof AuthenticationFailedException
                && (account.authentication() == Authentication.XOAUTH2 || failures >= REFUSALS);
    }
}
