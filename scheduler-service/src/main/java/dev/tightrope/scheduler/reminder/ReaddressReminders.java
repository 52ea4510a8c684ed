package dev.tightrope.scheduler.reminder;

import dev.tightrope.events.OutreachTransferred;
import dev.tightrope.messaging.Received;
import dev.tightrope.scheduler.database.DatabaseClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Sends what is queued about an outreach that was handed over to whom it belongs to now, and tells them. */
@ApplicationScoped
public class ReaddressReminders {
    private final Jdbi jdbi;
    private final DatabaseClock clock;
    private final QueueReminders queue;

    ReaddressReminders(Jdbi jdbi, DatabaseClock clock, QueueReminders queue) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.queue = queue;
    }

    /** The new owner is told once of all that they are given at once. */
    public void follow(Received<OutreachTransferred> received) {
        OutreachTransferred event = received.data();
        UUID outreach = event.ref().outreachId();
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        UPDATE reminder SET state = 'CANCELLED', reason = 'it was handed over once more',
                            refused_address = NULL, claim = NULL
                        WHERE outreach_id = :outreach AND kind = 'HANDED_OVER' AND state IN ('PENDING', 'UNDELIVERABLE')
                        """).bind("outreach", outreach).execute());
        toOwner(outreach, event.fromOwnerId());
        tellOfOpenSuggestions(outreach);
        queue.noticeOnce(
                ReminderKind.HANDED_OVER,
                event.ref(),
                event.ref().ownerId(),
                Objects.requireNonNullElse(event.transferId(), received.eventId()),
                received);
    }

    /** What may be an answer holds everything else, and nobody but the former owner was told of it. */
    private void tellOfOpenSuggestions(UUID outreachId) {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        INSERT INTO reminder (cause, kind, outreach_id, round, recipient_id, event_type, event_data)
                        SELECT r.cause || ':handed-over:' || o.owner_id, r.kind, r.outreach_id, r.round, o.owner_id,
                            r.event_type, r.event_data
                        FROM reminder r JOIN outreach o ON o.id = r.outreach_id
                        JOIN open_suggestion s ON s.outreach_id = o.id
                            AND CAST(s.id AS text) = CAST(r.event_data AS jsonb) ->> 'suggestionId'
                        WHERE r.outreach_id = :outreach AND r.kind = 'SUGGESTION' AND r.state = 'SENT'
                            AND r.recipient_id <> o.owner_id
                        ON CONFLICT (cause) DO NOTHING
                        """).bind("outreach", outreachId).execute());
    }

    /**
     * What was for the former owner, and for managers of a team it has left. What could not be delivered to them is due
     * again: whoever owns it now has another address.
     */
    private void toOwner(UUID outreachId, UUID formerOwner) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE reminder r
                        SET recipient_id = o.owner_id, on_behalf_of = NULL, state = 'PENDING', refused_address = NULL, claim = NULL,
                            attempts = 0, last_error = NULL, next_attempt_at = :now
                        FROM outreach o
                        WHERE o.id = :outreach AND r.outreach_id = o.id AND r.recipient_id <> o.owner_id
                            AND r.state IN ('PENDING', 'UNDELIVERABLE') AND r.kind <> 'ADDRESS_REFUSED'
                            AND (r.recipient_id = :former OR NOT EXISTS (SELECT 1 FROM person m
                                WHERE m.id = r.recipient_id AND m.manager AND m.team_id = o.team_id))
                        """)
                .bind("outreach", outreachId)
                .bind("former", formerOwner)
                .bind("now", clock.now(handle))
                .execute());
    }
}
