package dev.tightrope.outreach.inbound;

import dev.tightrope.outreach.mailbox.MailAccount;
import dev.tightrope.outreach.mailbox.MailAccounts;
import dev.tightrope.outreach.mailbox.MailboxesSettings;
import dev.tightrope.outreach.mailbox.connection.MailConnections;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.angus.mail.imap.IdleManager;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the mailboxes of all accounts with a few threads: one that decides, some that read, one that watches all
 * connections in IDLE. Each mailbox is leased to one replica at a time.
 */
@ApplicationScoped
class AccountsReader {
    private static final Logger LOG = Logger.getLogger(AccountsReader.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final long ROUND_MILLIS = 500;
    private static final long PATIENCE_AT_STOP_SECONDS = 6;

    private final MailboxesSettings mailboxes;
    private final MailboxSettings settings;
    private final MailAccounts accounts;
    private final MailConnections connections;
    private final MailboxProgress progress;
    private final MailIntake intake;
    private final Clock clock;
    private final Duration firstPause;

    /** Only the deciding thread touches these. */
    private final Map<UUID, AccountMailbox> known = new HashMap<>();

    private final Set<UUID> leased = new HashSet<>();
    private long looked;
    private long renewed;

    private final ScheduledExecutorService decider = Executors.newSingleThreadScheduledExecutor(named("mailboxes"));
    private final ExecutorService readers;
    /** Runs the watching thread, and for moments whoever ends a wait; the readers bound how many. */
    private final ExecutorService watchers = Executors.newCachedThreadPool(named("mailboxes-watch"));

    private final AtomicBoolean woken = new AtomicBoolean();

    private @Nullable IdleManager idleManager;

    @Inject
    AccountsReader(
            MailboxesSettings mailboxes,
            MailboxSettings settings,
            MailAccounts accounts,
            MailConnections connections,
            MailboxProgress progress,
            MailIntake intake,
            Clock clock) {
        this(mailboxes, settings, accounts, connections, progress, intake, clock, PAUSE_AFTER_FAILURE);
    }

    AccountsReader(
            MailboxesSettings mailboxes,
            MailboxSettings settings,
            MailAccounts accounts,
            MailConnections connections,
            MailboxProgress progress,
            MailIntake intake,
            Clock clock,
            Duration firstPause) {
        this.mailboxes = mailboxes;
        this.settings = settings;
        this.accounts = accounts;
        this.connections = connections;
        this.progress = progress;
        this.intake = intake;
        this.clock = clock;
        this.firstPause = firstPause;
        this.readers = Executors.newFixedThreadPool(Math.max(1, mailboxes.readers()), named("mailboxes-reader"));
    }

    void start(@Observes StartupEvent event) {
        if (mailboxes.readers() > 0) {
            looked = longAgo();
            decider.scheduleWithFixedDelay(this::round, 0, ROUND_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (decider.isShutdown()) {
            return;
        }
        decider.shutdown();
        try {
            if (!decider.awaitTermination(PATIENCE_AT_STOP_SECONDS, TimeUnit.SECONDS)) {
                decider.shutdownNow();
            }
            // Everybody takes leave at the same time, so that one silent server does not cost the others their goodbye.
            List<Callable<Object>> goodbyes = new ArrayList<>();
            known.values().forEach(mailbox -> goodbyes.add(Executors.callable(mailbox::end)));
            watchers.invokeAll(goodbyes, PATIENCE_AT_STOP_SECONDS, TimeUnit.SECONDS);
            progress.leave();
            for (UUID id : leased) {
                AccountMailbox mailbox = known.get(id);
                if (mailbox != null) {
                    progress.release(mailbox.name());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            IdleManager watching = idleManager;
            if (watching != null) {
                watching.stop();
            }
            watchers.shutdown();
            readers.shutdownNow();
        }
    }

    private void round() {
        try {
            lookForAccounts();
            keepLeases();
            visitThoseDue();
        } catch (Throwable e) {
            LOG.warnf("The mailboxes of accounts are looked after again in a moment: %s", e);
        }
    }

    private void lookForAccounts() {
        if (!isOver(looked, mailboxes.accountsPoll())) {
            return;
        }
        looked = System.nanoTime();
        Map<UUID, MailAccount> current = new HashMap<>();
        accounts.read().forEach(account -> current.put(account.id(), account));
        for (AccountMailbox mailbox : List.copyOf(known.values())) {
            MailAccount now = current.get(mailbox.account().id());
            if (now == null || now.version() != mailbox.account().version()) {
                forget(mailbox);
            }
        }
        for (MailAccount account : current.values()) {
            if (known.putIfAbsent(account.id(), mailboxOf(account)) == null) {
                renewed = longAgo();
            }
        }
    }

    private AccountMailbox mailboxOf(MailAccount account) {
        return new AccountMailbox(account, connections, accounts, settings, firstPause, progress, intake, this::wake);
    }

    private void forget(AccountMailbox mailbox) {
        UUID id = mailbox.account().id();
        known.remove(id);
        if (leased.remove(id)) {
            progress.release(mailbox.name());
        }
        endLater(mailbox);
    }

    private void endLater(AccountMailbox mailbox) {
        if (mailbox.isVisited()) {
            mailbox.abandon();
        }
        readers.execute(mailbox::end);
        mailbox.unwatched();
    }

    /** Renews this replica's share of the mailboxes, or takes it from what nobody has. */
    private void keepLeases() {
        if (!isOver(renewed, settings.lease().dividedBy(3))) {
            return;
        }
        renewed = System.nanoTime();
        int share = progress.share(known.size(), settings.lease());
        // First those this replica has: what is more than its share is for replicas that came since.
        List<AccountMailbox> ownFirst = new ArrayList<>(known.values());
        ownFirst.sort(Comparator.comparing(
                mailbox -> !leased.contains(mailbox.account().id())));
        for (AccountMailbox mailbox : ownFirst.subList(0, leased.size())) {
            keepOrGiveBack(mailbox, share);
        }
        for (AccountMailbox mailbox : ownFirst) {
            UUID id = mailbox.account().id();
            if (leased.size() < share && !leased.contains(id) && progress.lease(mailbox.name(), settings.lease())) {
                leased.add(id);
            }
        }
    }

    private void keepOrGiveBack(AccountMailbox mailbox, int share) {
        UUID id = mailbox.account().id();
        if (leased.size() > share && !mailbox.isVisited()) {
            leased.remove(id);
            endLater(mailbox);
            progress.release(mailbox.name());
        } else if (!progress.lease(mailbox.name(), settings.lease())) {
            leased.remove(id);
            LOG.warnf("Another replica reads the mailbox of account %s now", id);
            endLater(mailbox);
        }
    }

    private void visitThoseDue() throws IOException {
        IdleManager watching = watching();
        for (UUID id : leased) {
            AccountMailbox mailbox = known.get(id);
            if (mailbox != null && mailbox.isVisitedLongerThan(settings.idleLimit())) {
                LOG.warnf("The mailbox of account %s went silent", id);
                mailbox.abandon();
            } else if (mailbox != null && mailbox.isDue()) {
                mailbox.visitBy(readers, watching, clock.instant().minus(mailboxes.lookBack()));
            }
        }
    }

    /** The watching thread ends for all mailboxes when one connection breaks at a bad moment; then there is a new one. */
    private IdleManager watching() throws IOException {
        IdleManager watching = idleManager;
        if (watching == null || !watching.isRunning()) {
            watching = new IdleManager(Session.getInstance(new Properties()), watchers);
            idleManager = watching;
            known.values().forEach(AccountMailbox::unwatched);
        }
        return watching;
    }

    /** A message came: no need to wait for the next round. */
    private void wake() {
        if (!decider.isShutdown() && woken.compareAndSet(false, true)) {
            decider.execute(() -> {
                woken.set(false);
                round();
            });
        }
    }

    private static long longAgo() {
        return System.nanoTime() - TimeUnit.DAYS.toNanos(1);
    }

    private static boolean isOver(long since, Duration length) {
        return System.nanoTime() - since >= length.toNanos();
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
