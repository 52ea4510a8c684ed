package dev.tightrope.outreach.sentfolder;

import dev.tightrope.outreach.delivery.MailHandedOver;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** A few threads that visit Sent folders; nothing waits for them. */
@ApplicationScoped
class SentFolderWorkers {
    private static final Logger LOG = Logger.getLogger(SentFolderWorkers.class);

    private final VisitSentFolder visit;
    private final SentFolderSettings settings;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean stopping;

    SentFolderWorkers(VisitSentFolder visit, SentFolderSettings settings) {
        this.visit = visit;
        this.settings = settings;
    }

    void start(@Observes StartupEvent started) {
        for (int number = 1; number <= settings.workers(); number++) {
            Thread thread = new Thread(this::run, "sent-folder-" + number);
            thread.setDaemon(true);
            thread.start();
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailHandedOver handedOver) {
        work.release();
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
        work.release(Math.max(1, settings.workers()));
    }

    private void run() {
        try {
            while (!stopping) {
                if (!didSomething()) {
                    work.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean didSomething() {
        try {
            return visit.next();
        } catch (Throwable e) {
            // Also errors: a worker that ended would never come back.
            LOG.warn("Sent folders cannot be visited just now; trying again", e);
            return false;
        }
    }
}
