package dev.tightrope.voicemail.call;

import dev.tightrope.api.Problems;
import dev.tightrope.api.Visibility;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.voicemail.database.DatabaseTime;
import dev.tightrope.voicemail.outreach.Outreach;
import dev.tightrope.voicemail.outreach.Outreaches;
import dev.tightrope.voicemail.outreach.Refusals;
import dev.tightrope.voicemail.outreach.Tried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Takes a mistaken attempt back while its window is open. Undoing what is undone changes nothing. */
@ApplicationScoped
class UndoCallAttempt {
    private final Jdbi jdbi;
    private final DatabaseTime time;
    private final CallAttempts attempts;
    private final Outreaches outreaches;
    private final Outbox outbox;
    private final Event<AttemptUndone> undone;

    UndoCallAttempt(
            Jdbi jdbi,
            DatabaseTime time,
            CallAttempts attempts,
            Outreaches outreaches,
            Outbox outbox,
            Event<AttemptUndone> undone) {
        this.jdbi = jdbi;
        this.time = time;
        this.attempts = attempts;
        this.outreaches = outreaches;
        this.outbox = outbox;
        this.undone = undone;
    }

    @Transactional
    CallAttempt undo(UUID id, Visibility visibility) {
        CallAttempt attempt = attempts.get(id, visibility);
        Outreach outreach = outreaches.get(attempt.outreachId(), visibility);
        Instant now = jdbi.withHandle(time::now);
        if (attempts.undo(id, visibility.me(), now)) {
            TellOutcome.whenUndone(attempt, outreach.ref(attempt.round()), visibility.me(), now)
                    .ifPresent(outbox::append);
            undone.fire(new AttemptUndone(id, now));
        } else {
            refuseUnlessUndone(outreach, attempts.get(id, visibility));
        }
        return attempts.get(id, visibility);
    }

    private static void refuseUnlessUndone(Outreach outreach, CallAttempt attempt) {
        if (attempt.status() == AttemptStatus.VOID) {
            throw Refusals.notYet(
                    outreach,
                    "attempt-void",
                    Tried.CALL_ATTEMPT_UNDONE,
                    List.of(
                            "Its number was found to be somebody else's: no e-mail follows from it, and the number has to"
                                    + " be corrected first."));
        }
        if (attempt.status() != AttemptStatus.UNDONE) {
            throw Problems.refused(
                    "undo-window-over",
                    "Call attempt " + attempt.id() + " cannot be undone any more. It could be undone until "
                            + attempt.releaseAt() + ". " + whatFollowed(attempt),
                    outreach.standing(),
                    Tried.CALL_ATTEMPT_UNDONE.name(),
                    List.of(),
                    Map.of("attemptStatus", attempt.status(), "undoableUntil", attempt.releaseAt()));
        }
    }

    private static String whatFollowed(CallAttempt attempt) {
        if (attempt.withheldReason() != null) {
            return "The e-mail it promised is withheld: " + attempt.withheldReason();
        }
        return attempt.outcome().promisesEmail()
                ? "The e-mail it promised is on its way."
                : "What follows from it was set going.";
    }
}
