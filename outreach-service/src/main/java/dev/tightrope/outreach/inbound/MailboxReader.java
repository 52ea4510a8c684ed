package dev.tightrope.outreach.inbound;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the mailbox replies come to: what is new, then waits by IDLE (RFC 2177) or polls where the server does not speak
 * it. One replica reads at a time. Whatever happens to the connection, it is made anew and reading goes on behind the
 * last message taken in; a mailbox that is away for days loses nothing.
 */
@ApplicationScoped
class MailboxReader {
    private static final Logger LOG = Logger.getLogger(MailboxReader.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final MailboxSettings settings;
    private final MailboxProgress progress;
    private final Duration pauseAfterFailure;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ScheduledExecutorService leaseKeeper = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "mailbox-lease");
        thread.setDaemon(true);
        return thread;
    });
    private final NewMail newMail;
    private volatile @Nullable MailboxConnection open;
    /** The connection that was dropped because its wait lasted too long. */
    private volatile @Nullable MailboxConnection outlasted;

    @Inject
    MailboxReader(MailboxSettings settings, MailboxProgress progress, MailIntake intake) {
        this(settings, progress, intake, PAUSE_AFTER_FAILURE);
    }

    MailboxReader(MailboxSettings settings, MailboxProgress progress, MailIntake intake, Duration pauseAfterFailure) {
        this.settings = settings;
        this.progress = progress;
        this.newMail = new NewMail(settings.name(), settings.name(), progress, intake);
        this.pauseAfterFailure = pauseAfterFailure;
    }

    void start(@Observes StartupEvent event) {
        if (settings.host().isEmpty()) {
            LOG.info("No mailbox is read: tightrope.inbound.imap.host is not set");
            return;
        }
        long third = settings.lease().toMillis() / 3;
        leaseKeeper.scheduleWithFixedDelay(this::keepLease, third, third, TimeUnit.MILLISECONDS);
        Thread thread = new Thread(this::run, "mailbox-reader");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
        leaseKeeper.shutdownNow();
        MailboxConnection connection = open;
        if (connection != null) {
            connection.end();
        }
        if (settings.host().isPresent()) {
            progress.release(settings.name());
        }
    }

    private void run() {
        while (!isStopped()) {
            try {
                if (progress.lease(settings.name(), settings.lease())) {
                    readWhileConnected();
                } else {
                    pause(settings.lease().dividedBy(3));
                }
            } catch (MessagingException | RuntimeException e) {
                if (!isStopped()) {
                    LOG.warnf(
                            "The mailbox %s is read again in %d s: %s",
                            settings.name(), pauseAfterFailure.toSeconds(), e);
                    pause(pauseAfterFailure);
                }
            }
        }
    }

    private void readWhileConnected() throws MessagingException {
        try (MailboxConnection connection = MailboxConnection.open(settings)) {
            open = connection;
            while (!isStopped() && connection != outlasted && progress.lease(settings.name(), settings.lease())) {
                int before = connection.count();
                newMail.read(connection, () -> {});
                if (connection.count() != before) {
                    // The server told of a message while others were read; IDLE would not tell of it again.
                    continue;
                }
                if (connection.idles()) {
                    if (!idle(connection)) {
                        return;
                    }
                } else {
                    pause(settings.pollInterval());
                }
            }
        } finally {
            open = null;
        }
    }

    /** Waits for news; false if that took longer than the limit and the connection is to be made anew. */
    private boolean idle(MailboxConnection connection) throws MessagingException {
        try {
            connection.idle();
            return true;
        } catch (MessagingException e) {
            if (connection == outlasted) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Renews the lease while the reader waits in IDLE; once it is lost, the connection is ended under the reader. So it
     * is when the wait outlasts its limit: a connection that a firewall has forgotten stays silent for ever.
     */
    private void keepLease() {
        MailboxConnection connection = open;
        if (connection == null) {
            return;
        }
        if (connection.idlesLongerThan(settings.idleLimit())) {
            outlasted = connection;
            connection.end();
            return;
        }
        try {
            if (!progress.lease(settings.name(), settings.lease())) {
                LOG.warnf("Another replica reads %s now", settings.name());
                connection.end();
            }
        } catch (RuntimeException e) {
            LOG.warnf("The lease of %s could not be renewed: %s", settings.name(), e);
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void pause(Duration length) {
        try {
            if (stopped.await(length.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("The mailbox reader ends");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }
}
