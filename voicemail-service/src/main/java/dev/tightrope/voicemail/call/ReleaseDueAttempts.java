package dev.tightrope.voicemail.call;

import dev.tightrope.messaging.Outbox;
import dev.tightrope.voicemail.database.DatabaseTime;
import dev.tightrope.voicemail.outreach.Outreach;
import dev.tightrope.voicemail.outreach.Outreaches;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Releases the attempts whose undo window is over, each in a transaction of its own together with the event that says so:
 * killed in between, neither has happened and the next run does both.
 */
@ApplicationScoped
class ReleaseDueAttempts {
    private static final Logger LOG = Logger.getLogger(ReleaseDueAttempts.class);

    private final Jdbi jdbi;
    private final DatabaseTime time;
    private final CallAttempts attempts;
    private final Outreaches outreaches;
    private final Outbox outbox;

    ReleaseDueAttempts(Jdbi jdbi, DatabaseTime time, CallAttempts attempts, Outreaches outreaches, Outbox outbox) {
        this.jdbi = jdbi;
        this.time = time;
        this.attempts = attempts;
        this.outreaches = outreaches;
        this.outbox = outbox;
    }

    /** Releases all that is due now and not in the hands of another replica; how many. */
    int runOnce() {
        int released = 0;
        // One that fails must not keep those behind it from going; it is tried again at the next run.
        List<UUID> failed = new ArrayList<>();
        while (true) {
            AtomicReference<UUID> claimed = new AtomicReference<>();
            try {
                if (!QuarkusTransaction.requiringNew().call(() -> releaseNext(failed, claimed))) {
                    return released;
                }
                released++;
            } catch (RuntimeException e) {
                UUID id = claimed.get();
                if (id == null) {
                    throw e;
                }
                LOG.errorf(e, "Could not release call attempt %s; it is tried again", id);
                failed.add(id);
            }
        }
    }

    /** How long until the next attempt is due; at most the given time. */
    Duration untilNext(Duration atMost) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<Instant> next = attempts.nextRelease();
            Instant now = jdbi.withHandle(time::now);
            return next.map(at -> Duration.between(now, at))
                    .filter(pause -> pause.compareTo(atMost) < 0)
                    .orElse(atMost);
        });
    }

    private boolean releaseNext(List<UUID> failed, AtomicReference<UUID> claimed) {
        Instant now = jdbi.withHandle(time::now);
        Optional<CallAttempt> next = attempts.releaseNext(now, failed);
        if (next.isEmpty()) {
            return false;
        }
        CallAttempt attempt = next.get();
        claimed.set(attempt.id());
        Outreach outreach = outreaches
                .find(attempt.outreachId())
                .orElseThrow(() -> new IllegalStateException("Outreach " + attempt.outreachId() + " is not known"));
        outbox.append(
                TellOutcome.whenReleased(attempt, outreach.ref(attempt.round()), now, attempts.inVainUntil(attempt)));
        return true;
    }
}
