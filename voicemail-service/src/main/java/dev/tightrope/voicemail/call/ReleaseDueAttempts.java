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
        List<UUID> failed = new ArrayList<>();
        // One that fails must not keep those behind it from going; it is tried again at the next run.
        while (true) {
            Result result = QuarkusTransaction.requiringNew().call(() -> releaseNext(failed));
            if (result == Result.NONE_DUE) {
                return released;
            }
            if (result == Result.RELEASED) {
                released++;
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

    private Result releaseNext(List<UUID> failed) {
        Instant now = jdbi.withHandle(time::now);
        Optional<CallAttempt> next = attempts.releaseNext(now, failed);
        if (next.isEmpty()) {
            return Result.NONE_DUE;
        }
        CallAttempt attempt = next.get();
        try {
            Outreach outreach = outreaches
                    .find(attempt.outreachId())
                    .orElseThrow(() -> new IllegalStateException("Its outreach is gone"));
            outbox.append(TellOutcome.whenReleased(attempt, outreach.ref(attempt.round()), now));
            return Result.RELEASED;
        } catch (RuntimeException e) {
            LOG.errorf(e, "Could not release call attempt %s; it is tried again", attempt.id());
            failed.add(attempt.id());
            QuarkusTransaction.setRollbackOnly();
            return Result.FAILED;
        }
    }

    private enum Result {
        RELEASED,
        FAILED,
        NONE_DUE
    }
}
