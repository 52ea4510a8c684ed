package dev.tightrope.voicemail.call;

import dev.tightrope.api.Visibility;
import dev.tightrope.events.WrongNumberFound;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.voicemail.database.DatabaseTime;
import dev.tightrope.voicemail.outreach.Outreach;
import dev.tightrope.voicemail.outreach.Outreaches;
import dev.tightrope.voicemail.outreach.Refusals;
import dev.tightrope.voicemail.outreach.Tried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else heard the message: the attempt is void whether its window is open or not, and the mail it promised is
 * stopped unless it is out. Reporting what is void changes nothing.
 */
@ApplicationScoped
class ReportWrongNumber {
    private final Jdbi jdbi;
    private final DatabaseTime time;
    private final CallAttempts attempts;
    private final Outreaches outreaches;
    private final Outbox outbox;

    ReportWrongNumber(Jdbi jdbi, DatabaseTime time, CallAttempts attempts, Outreaches outreaches, Outbox outbox) {
        this.jdbi = jdbi;
        this.time = time;
        this.attempts = attempts;
        this.outreaches = outreaches;
        this.outbox = outbox;
    }

    @Transactional
    CallAttempt report(UUID id, @Nullable String notes, Visibility visibility) {
        // The lock keeps another attempt from being recorded meanwhile, which would then be the one to report.
        Outreach outreach = outreaches.lock(attempts.get(id, visibility).outreachId(), visibility);
        CallAttempt attempt = attempts.get(id, visibility);
        if (attempt.status() == AttemptStatus.VOID) {
            return attempt;
        }
        refuseUnlessPromised(outreach, attempt);
        Instant now = jdbi.withHandle(time::now);
        if (!attempts.makeVoid(id, outreach.version(), new WrongNumber(now, visibility.me(), notes))) {
            // It was undone a moment ago; nothing else happens to it any more.
            refuseUnlessPromised(outreach, attempts.get(id, visibility));
        }
        outbox.append(new WrongNumberFound(outreach.ref(attempt.round()), id, attempt.phone(), now, visibility.me()));
        return attempts.get(id, visibility);
    }

    private void refuseUnlessPromised(Outreach outreach, CallAttempt attempt) {
        String why = null;
        if (attempt.status() == AttemptStatus.UNDONE) {
            why = "The attempt was undone, so nothing follows from it.";
        } else if (!attempt.outcome().promisesEmail()) {
            why = "Nobody was promised anything in the attempt.";
        } else if (attempt.round() != outreach.round()) {
            why = "The attempt belongs to round " + attempt.round() + ", and round " + outreach.round() + " goes on.";
        } else if (!attempts.isLatestPromise(attempt)) {
            why = "Another voicemail or conversation of the round was recorded since: report that one.";
        }
        if (why != null) {
            throw Refusals.notYet(
                    outreach,
                    "nothing-to-void",
                    Tried.WRONG_NUMBER_REPORTED,
                    List.of(why + " A number that is not the executive's has to be corrected first (POST"
                            + " /outreaches/{id}/executive-correction)."));
        }
    }
}
