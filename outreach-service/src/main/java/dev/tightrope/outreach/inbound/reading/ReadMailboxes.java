package dev.tightrope.outreach.inbound.reading;

import dev.tightrope.outreach.mailbox.MailAccounts;
import dev.tightrope.outreach.mailbox.MailboxesSettings;
import dev.tightrope.outreach.mailbox.connection.MailConnections;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IdleManager;
import org.jboss.logging.Logger;

/**
 * Reads the configured mailbox and those of all accounts. Whatever happens to a connection, it is made anew and reading
 * goes on behind the last message taken in; a mailbox that is away for days loses nothing.
 */
@ApplicationScoped
class ReadMailboxes {
    private static final Logger LOG = Logger.getLogger(ReadMailboxes.class);

    private final MailboxesSettings mailboxes;
    private final MailboxSettings settings;
    private final Clock clock;
    private final KnownMailboxes known;
    private final MailboxLeases leases;
    private final MailboxThreads threads;

    /** Only the deciding thread touches these. */
    private long looked = longAgo();

    private long renewed = longAgo();

    ReadMailboxes(
            MailboxesSettings mailboxes,
            MailboxSettings settings,
            MailAccounts accounts,
            MailConnections connections,
            MailboxProgress progress,
            SetAsideMessages setAside,
            MailIntake intake,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.settings = settings;
        this.clock = clock;
        this.threads = new MailboxThreads(mailboxes.readers());
        GrowingPause pause = new GrowingPause(settings.retryFirst(), settings.retryLongest(), new SecureRandom());
        this.known = new KnownMailboxes(
                ConfiguredMailbox.of(settings, connections),
                accounts,
                connections,
                mailboxes.tellAfter(),
                mailbox -> new VisitedMailbox(mailbox, settings, pause, progress, setAside, intake, this::wake));
        this.leases = new MailboxLeases(progress, settings.lease(), this::endLater);
    }

    void start(@Observes StartupEvent event) {
        if (known.configured().isEmpty()) {
            LOG.info("No mailbox is read but those of accounts: tightrope.inbound.imap.host is not set");
        }
        if (known.configured().isPresent() || readsAccounts()) {
            threads.decide(this::round);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        try {
            if (threads.stopDeciding()) {
                List<VisitedMailbox> held = known.held();
                threads.together(
                        held.stream().<Runnable>map(ReadMailboxes::leave).toList());
                leases.leave(held);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads.stop();
        }
    }

    private static Runnable leave(VisitedMailbox mailbox) {
        return () -> {
            mailbox.letGo();
            mailbox.end();
        };
    }

    /** How the configured mailbox fares; absent if there is none. */
    Optional<MailboxCondition> configured() {
        return known.configured().map(VisitedMailbox::condition);
    }

    /** How the accounts' mailboxes fare that this replica reads. */
    List<MailboxCondition> accounts() {
        return known.ofAccounts().stream()
                .filter(VisitedMailbox::isHeld)
                .map(VisitedMailbox::condition)
                .toList();
    }

    private boolean readsAccounts() {
        return mailboxes.readers() > 0;
    }

    private interface Step {
        void run() throws IOException;
    }

    /** What goes wrong in one step, whatever it is, keeps neither the others nor the next round from being made. */
    private void round() {
        attempt(this::lookForAccounts);
        attempt(this::keepLeases);
        attempt(this::visitThoseDue);
    }

    private static void attempt(Step step) {
        try {
            step.run();
        } catch (Throwable e) {
            LOG.warnf("The mailboxes are looked after again in a moment: %s", e);
        }
    }

    private void lookForAccounts() {
        if (!readsAccounts() || !isOver(looked, mailboxes.accountsPoll())) {
            return;
        }
        looked = System.nanoTime();
        KnownMailboxes.Changes changes = known.look();
        if (changes.more()) {
            renewed = longAgo();
        }
        changes.gone().forEach(leases::giveBack);
    }

    private void keepLeases() {
        if (!isOver(renewed, settings.lease().dividedBy(3))) {
            return;
        }
        renewed = System.nanoTime();
        known.configured().ifPresent(leases::keep);
        if (readsAccounts()) {
            leases.keepShare(known.ofAccounts());
        }
    }

    private void visitThoseDue() throws IOException {
        IdleManager watching = threads.watching(() -> known.all().forEach(VisitedMailbox::unwatched));
        for (VisitedMailbox mailbox : known.held()) {
            if (mailbox.isSilentFor(settings.idleLimit())) {
                LOG.warnf("%s went silent", mailbox.mailbox().inWords());
                mailbox.abandon();
            } else if (mailbox.isDue()) {
                mailbox.visitBy(
                        threads.of(mailbox.mailbox()), watching, clock.instant().minus(mailboxes.lookBack()));
            }
        }
    }

    private void endLater(VisitedMailbox mailbox) {
        threads.of(mailbox.mailbox()).execute(mailbox::endUnlessHeld);
    }

    private void wake() {
        threads.decideNow(this::round);
    }

    private static long longAgo() {
        return System.nanoTime() - TimeUnit.DAYS.toNanos(1);
    }

    private static boolean isOver(long since, Duration length) {
        return System.nanoTime() - since >= length.toNanos();
    }
}
