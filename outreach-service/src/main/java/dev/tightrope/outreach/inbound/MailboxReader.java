package dev.tightrope.outreach.inbound;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.mail.Message;
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
    private static final int MAX_FAILURES = 5;
    /** Counter of messages that could not be taken in; anything above zero is for somebody to look at. */
    static final String PASSED_OVER = "tightrope.inbound.passed.over";

    private final MailboxSettings settings;
    private final MailboxProgress progress;
    private final TakeInMail takeInMail;
    private final Duration pauseAfterFailure;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ScheduledExecutorService leaseKeeper = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "mailbox-lease");
        thread.setDaemon(true);
        return thread;
    });
    /** Of the message being read; only the reader's thread uses it. */
    private int failures;

    private volatile @Nullable MailboxConnection open;
    /** The connection that was dropped because its wait lasted too long. */
    private volatile @Nullable MailboxConnection outlasted;

    @Inject
    MailboxReader(MailboxSettings settings, MailboxProgress progress, TakeInMail takeInMail) {
        this(settings, progress, takeInMail, PAUSE_AFTER_FAILURE);
    }

    MailboxReader(
            MailboxSettings settings, MailboxProgress progress, TakeInMail takeInMail, Duration pauseAfterFailure) {
        this.settings = settings;
        this.progress = progress;
        this.takeInMail = takeInMail;
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
            long uidValidity = connection.uidValidity();
            while (!isStopped() && connection != outlasted && progress.lease(settings.name(), settings.lease())) {
                int before = connection.count();
                readNew(connection, uidValidity);
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

    private void readNew(MailboxConnection connection, long uidValidity) throws MessagingException {
        long last = progress.lastUid(settings.name(), uidValidity);
        for (Message message : connection.after(last)) {
            long uid = connection.uidOf(message);
            // "UID n:*" answers the last message even when its UID is lower than n (RFC 3501 6.4.8).
            if (uid > last) {
                byte[] bytes = connection.bytes(message);
                if (bytes == null) {
                    LOG.infof("Message %d of %s was deleted before it was read", uid, settings.name());
                } else {
                    takeIn(uid, bytes);
                }
                progress.readUpTo(settings.name(), uidValidity, uid);
            }
        }
    }

    /**
     * A message that cannot be taken in is tried again with the whole connection made anew; the database being away is
     * noticed before, at the lease, so what fails here again and again is the message itself, and must not keep the ones
     * behind it waiting for ever.
     */
    private void takeIn(long uid, byte[] bytes) {
        try {
            takeInMail.take(bytes, settings.name(), false);
            failures = 0;
        } catch (RuntimeException e) {
            if (++failures < MAX_FAILURES) {
                throw e;
            }
            failures = 0;
            Metrics.counter(PASSED_OVER).increment();
            LOG.errorf(
                    e,
                    "Message %d of %s could not be taken in %d times and was passed over; it is still in the mailbox",
                    uid,
                    settings.name(),
                    MAX_FAILURES);
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
