package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.outreach.MailReleased;
import dev.tightrope.outreach.time.Ids;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Mail through accounts of reps: one conversation for each account at a time, so that a server that is slow or hangs holds
 * up nobody's mail but its own account's. One thread hands out, the mail that waits longest first.
 */
@ApplicationScoped
class AccountDispatch {
    private static final Logger LOG = Logger.getLogger(AccountDispatch.class);
    private static final long PATIENCE_AT_STOP_SECONDS = 4;

    private final DeliverMail deliverMail;
    private final MailSettings settings;
    private final UUID worker;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final Semaphore work = new Semaphore(0);
    private final Semaphore places;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicInteger threads = new AtomicInteger();
    private final ExecutorService conversations = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "mail-account-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Thread dispatcher;

    AccountDispatch(DeliverMail deliverMail, MailSettings settings, Ids ids) {
        this.deliverMail = deliverMail;
        this.settings = settings;
        this.worker = ids.next();
        this.places = new Semaphore(settings.accountsAtATime());
    }

    void start(@Observes StartupEvent started) {
        if (settings.workers() > 0) {
            Thread thread = new Thread(this::run, "mail-accounts");
            thread.setDaemon(true);
            dispatcher = thread;
            thread.start();
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailReleased released) {
        work.release();
    }

    /** Lets mails that are with their servers already end; one that hangs is settled by its lease. */
    void stop(@Observes ShutdownEvent stopped) {
        stopping.countDown();
        Thread thread = dispatcher;
        if (thread != null) {
            thread.interrupt();
        }
        conversations.shutdown();
        try {
            conversations.awaitTermination(PATIENCE_AT_STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (stopping.getCount() > 0) {
                places.acquire();
                if (!didSomething()) {
                    places.release();
                    work.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
                    work.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean didSomething() {
        try {
            Optional<Claim> claim = deliverMail.claimForAccount(worker, busy);
            claim.ifPresent(this::begin);
            return claim.isPresent();
        } catch (Throwable e) {
            // Also errors: a dispatcher that ended would never come back, and mails would lie.
            LOG.warn("mails through accounts cannot be delivered just now; trying again", e);
            return false;
        }
    }

    private void begin(Claim claim) {
        UUID account = Objects.requireNonNull(claim.accountId());
        busy.add(account);
        try {
            conversations.execute(() -> converse(claim, account));
        } catch (Throwable e) {
            busy.remove(account);
            throw e;
        }
    }

    private void converse(Claim claim, UUID account) {
        try {
            deliverMail.deliver(claim, stopping);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            LOG.warnf(e, "delivery %s failed unexpectedly; its lease settles it", claim.id());
        } finally {
            busy.remove(account);
            places.release();
            work.release();
        }
    }
}
