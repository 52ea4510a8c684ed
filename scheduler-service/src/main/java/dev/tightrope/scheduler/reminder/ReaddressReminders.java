package dev.tightrope.scheduler.reminder;

import dev.tightrope.scheduler.database.DatabaseClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Sends what is queued about an outreach that was handed over to whom it belongs to now. */
@ApplicationScoped
public class ReaddressReminders {
    private final Jdbi jdbi;
    private final DatabaseClock clock;
    private final ReminderWakeUp wakeUp;

    ReaddressReminders(Jdbi jdbi, DatabaseClock clock, ReminderWakeUp wakeUp) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.wakeUp = wakeUp;
    }

    /**
     * What was for the former owner, and for managers of a team it has left. What could not be delivered to them is due
     * again: whoever owns it now has another address.
     */
    public void toOwner(UUID outreachId, UUID formerOwner) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE reminder r
                        SET recipient_id = o.owner_id, state = 'PENDING', refused_address = NULL, claim = NULL,
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
        wakeUp.signalAfterCommit();
    }
}
