package dev.tightrope.scheduler.reminder;

import dev.tightrope.scheduler.database.DatabaseClock;
import dev.tightrope.scheduler.people.PersonChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import org.jdbi.v3.core.Jdbi;

/**
 * The reminders whose recipient was refused for good. They rest until the profile has another address; the managers of
 * the recipient's team are told of each once, and of a manager's own refused address nobody is mailed.
 */
@ApplicationScoped
class UndeliverableReminders {
    private final Jdbi jdbi;
    private final DatabaseClock clock;
    private final ReminderWakeUp wakeUp;

    UndeliverableReminders(Jdbi jdbi, DatabaseClock clock, ReminderWakeUp wakeUp) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.wakeUp = wakeUp;
    }

    /**
     * Gives a claimed reminder up and queues the word to the managers.
     *
     * @return false if the profile has another address by now, or the claim was lost: then nothing was done
     */
    @Transactional
    boolean note(Claim claim, RecipientRefusedException refused) {
        boolean given = jdbi.withHandle(handle -> {
            // Locked before the reminder, as a change of the profile does: whichever comes second sees the other.
            boolean sameAddress = handle.createQuery("""
                            SELECT p.email = :address FROM person p
                            WHERE p.id = (SELECT recipient_id FROM reminder WHERE id = :id) FOR SHARE
                            """)
                    .bind("address", refused.address())
                    .bind("id", claim.reminderId())
                    .mapTo(Boolean.class)
                    .findOne()
                    .orElse(false);
            return sameAddress
                    && handle.createUpdate("""
                                    UPDATE reminder SET state = 'UNDELIVERABLE', refused_address = :address,
                                        last_error = :answer, claim = NULL
                                    WHERE id = :id AND claim = :token AND state = 'PENDING'
                                    """)
                                    .bind("address", refused.address())
                                    .bind("answer", refused.getMessage())
                                    .bind("id", claim.reminderId())
                                    .bind("token", claim.token())
                                    .execute()
                            == 1;
        });
        if (given) {
            tellManagers(claim);
        }
        return given;
    }

    private void tellManagers(Claim claim) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        INSERT INTO reminder (cause, kind, outreach_id, round, recipient_id, about_id)
                        SELECT 'address-refused:' || r.id || ':' || md5(r.refused_address) || ':' || m.id,
                            'ADDRESS_REFUSED', r.outreach_id, r.round, m.id, r.id
                        FROM reminder r JOIN person p ON p.id = r.recipient_id
                        JOIN person m ON m.manager AND m.team_id = p.team_id AND m.id <> p.id
                        WHERE r.id = :id AND r.kind <> 'ADDRESS_REFUSED' AND r.outreach_id IS NOT NULL
                        ON CONFLICT (cause) DO NOTHING
                        """).bind("id", claim.reminderId()).execute());
        wakeUp.signalAfterCommit();
    }

    /** With another address they are due again, except the news that are none any more. */
    void corrected(@Observes PersonChanged change) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE reminder r
                        SET state = CASE WHEN news THEN 'PENDING' ELSE 'CANCELLED' END,
                            reason = CASE WHEN news THEN NULL
                                          ELSE coalesce(r.reason, 'the outreach is ' || told.state || ' now') END,
                            refused_address = NULL, last_error = NULL, attempts = 0, next_attempt_at = :now
                        FROM (SELECT u.id, o.state, CASE u.kind
                                WHEN 'RESPONSE' THEN o.state IS NOT DISTINCT FROM 'RESPONDED' AND u.reason IS NULL
                                WHEN 'ATTENTION' THEN o.state IS NOT DISTINCT FROM 'NEEDS_ATTENTION'
                                WHEN 'PERMISSION_ENDED' THEN o.state IS DISTINCT FROM 'CLOSED'
                                -- What a timer raised is weighed in the moment of sending.
                                ELSE true END AS news
                            FROM reminder u LEFT JOIN outreach o ON o.id = u.outreach_id
                            WHERE u.recipient_id = :person AND u.state = 'UNDELIVERABLE') told
                        WHERE r.id = told.id AND r.state = 'UNDELIVERABLE' AND r.refused_address <> :email
                        """)
                .bind("now", clock.now(handle))
                .bind("person", change.person().id())
                .bind("email", change.person().email())
                .execute());
    }
}
