package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.outreach.MailReleased;
import dev.tightrope.outreach.time.Ids;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A few threads that hand mails over to the configured server: woken in the moment a release is committed, and polling behind that for retries and
 * for what another replica released.
 */
@ApplicationScoped
class DeliveryWorkers {
    private static final Logger LOG = Logger.getLogger(DeliveryWorkers.class);
    private static final long PATIENCE_AT_STOP_SECONDS = 8;

    private final DeliverMail deliverMail;
    private final SettleLostMail settleLostMail;
    private final MailSettings settings;
    private final Ids ids;
    private final Semaphore work = new Semaphore(0);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    DeliveryWorkers(DeliverMail deliverMail, SettleLostMail settleLostMail, MailSettings settings, Ids ids) {
        this.deliverMail = deliverMail;
        this.settleLostMail = settleLostMail;
        this.settings = settings;
        this.ids = ids;
    }

    void start(@Observes StartupEvent started) {
        for (int number = 1; number <= settings.workers(); number++) {
            Thread thread = new Thread(this::run, "mail-delivery-" + number);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailReleased released) {
        work.release();
    }

    /** Lets mails that are with the server already end; one that hangs is settled by its lease. */
    void stop(@Observes ShutdownEvent stopped) {
        stopping.countDown();
        work.release(settings.workers());
        try {
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_AT_STOP_SECONDS) / threads.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            deliverMail.closeConnections();
        }
    }

    private void run() {
        UUID worker = ids.next();
        try {
            while (stopping.getCount() > 0) {
                if (!didSomething(worker)) {
                    deliverMail.closeIdleConnections();
                    work.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean didSomething(UUID worker) throws InterruptedException {
        try {
            Optional<Claim> claim = deliverMail.claimForServer(worker);
            if (claim.isPresent()) {
                deliverMail.deliver(claim.get(), stopping);
                return true;
            }
            settleLostMail.find().forEach(settleLostMail::settle);
        } catch (Throwable e) {
            // Also errors: a worker that ended would never come back, and mails would lie.
            LOG.warn("mails cannot be delivered just now; trying again", e);
        }
        return false;
    }
}
