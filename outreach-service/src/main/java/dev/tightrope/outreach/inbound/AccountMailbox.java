package dev.tightrope.outreach.inbound;

import dev.tightrope.outreach.mailbox.AccountStatus;
import dev.tightrope.outreach.mailbox.Authentication;
import dev.tightrope.outreach.mailbox.MailAccount;
import dev.tightrope.outreach.mailbox.MailAccounts;
import dev.tightrope.outreach.mailbox.connection.ConnectionProblem;
import dev.tightrope.outreach.mailbox.connection.MailConnections;
import dev.tightrope.outreach.mailbox.connection.SignInException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.eclipse.angus.mail.imap.IdleManager;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The mailbox of one account: visited by one thread of a pool at a time, and between visits watched by the one thread that
 * watches them all. When to visit is read from {@link System#nanoTime()}.
 */
final class AccountMailbox {
    private static final Logger LOG = Logger.getLogger(AccountMailbox.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration PAUSE_WITHOUT_SIGN_IN = Duration.ofMinutes(15);
    /** Servers sometimes refuse a password that is right; this often in a row they mean it. */
    private static final int REFUSALS = 3;

    private final MailAccount account;
    private final MailConnections connections;
    private final MailAccounts accounts;
    private final MailboxSettings settings;
    private final Duration firstPause;
    private final NewMail newMail;
    private final Runnable onNews;

    private volatile @Nullable MailboxConnection connection;
    private volatile long due = System.nanoTime();
    private volatile boolean news;
    private volatile boolean visited;
    private volatile long visitedSince;
    private volatile @Nullable Future<?> visit;
    private boolean noted;
    private int failures;

    AccountMailbox(
            MailAccount account,
            MailConnections connections,
            MailAccounts accounts,
            MailboxSettings settings,
            Duration firstPause,
            MailboxProgress progress,
            MailIntake intake,
            Runnable onNews) {
        this.account = account;
        this.connections = connections;
        this.accounts = accounts;
        this.settings = settings;
        this.firstPause = firstPause;
        this.newMail = new NewMail(nameOf(account), account.address(), progress, intake);
        this.onNews = onNews;
    }

    /** Name under which progress is kept: another server, login or folder is another mailbox. */
    static String nameOf(MailAccount account) {
        return account.id() + " " + account.username() + "@"
                + Objects.requireNonNull(account.imap()).host() + "/" + account.folder();
    }

    String name() {
        return nameOf(account);
    }

    MailAccount account() {
        return account;
    }

    boolean isDue() {
        return !visited && (news || due - System.nanoTime() <= 0);
    }

    boolean isVisited() {
        return visited;
    }

    /** Has it visited by a thread of a pool. */
    void visitBy(ExecutorService pool, IdleManager idleManager, Instant lookBackTo) {
        visitedSince = System.nanoTime();
        visited = true;
        visit = pool.submit(() -> visit(idleManager, lookBackTo));
    }

    boolean isVisitedLongerThan(Duration limit) {
        return visited && System.nanoTime() - visitedSince > limit.toNanos();
    }

    /** Reads what is new and goes on watching; whatever fails is tried again later on a new connection. */
    private void visit(IdleManager idleManager, Instant lookBackTo) {
        try {
            news = false;
            MailboxConnection open = connected(lookBackTo);
            readAll(open);
            failures = 0;
            noteWorking();
            if (open.idles()) {
                // Begun again before its limit, so that a connection that went silent is noticed.
                dueIn(settings.idleLimit());
                open.watch(idleManager);
            } else {
                dueIn(settings.pollInterval());
            }
        } catch (MessagingException | SignInException | RuntimeException e) {
            failed(e);
        } finally {
            visited = false;
        }
    }

    private MailboxConnection connected(Instant lookBackTo) throws MessagingException, SignInException {
        MailboxConnection known = connection;
        if (known != null) {
            return known;
        }
        MailboxConnection made =
                MailboxConnection.of(connections.imap(account), account.folder(), settings.wholeUpTo());
        connection = made;
        newMail.beginAt(lookBackTo, made);
        made.onNews(() -> {
            news = true;
            onNews.run();
        });
        return made;
    }

    private void readAll(MailboxConnection open) throws MessagingException {
        int before;
        do {
            before = open.count();
            newMail.read(open, () -> visitedSince = System.nanoTime());
            // The server may tell of a message while others are read; IDLE would not tell of it again.
        } while (open.count() != before);
    }

    private void failed(Exception failure) {
        end();
        failures++;
        ConnectionProblem problem = ConnectionProblem.of(failure, account, Objects.requireNonNull(account.imap()));
        if (isSignInNeeded(failure)) {
            if (accounts.note(account, AccountStatus.NEEDS_SIGN_IN, problem.problem())) {
                LOG.warnf("The mail account %s has to be signed in anew: %s", account.id(), problem.problem());
            }
            noted = false;
            dueIn(PAUSE_WITHOUT_SIGN_IN);
            return;
        }
        Duration pause = firstPause.multipliedBy(1L << Math.min(failures - 1, 10));
        dueIn(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        LOG.warnf("The mailbox of account %s is read again later: %s", account.id(), problem.problem());
    }

    private boolean isSignInNeeded(Exception failure) {
        if (failure instanceof SignInException signIn) {
            return signIn.forGood();
        }
        return failure instanceof AuthenticationFailedException
                && (account.authentication() == Authentication.XOAUTH2 || failures >= REFUSALS);
    }

    private void noteWorking() {
        if (!noted) {
            accounts.note(account, AccountStatus.ACTIVE, null);
            noted = true;
        }
    }

    private void dueIn(Duration pause) {
        due = System.nanoTime() + pause.toNanos();
    }

    /** Visited again at once, because whoever watched it is gone. */
    void unwatched() {
        due = System.nanoTime();
    }

    /** Ends the connection, with a goodbye where the server still answers. */
    void end() {
        MailboxConnection open = connection;
        connection = null;
        if (open != null) {
            open.end();
        }
    }

    /** Ends a visit that hangs: its sockets are closed and its thread woken. */
    void abandon() {
        MailboxConnection open = connection;
        Future<?> task = visit;
        if (open != null) {
            open.drop();
        }
        if (task != null) {
            task.cancel(true);
        }
        visitedSince = System.nanoTime();
    }
}
