package dev.tightrope.scheduler.reminder;

import dev.tightrope.scheduler.database.DatabaseClock;
import dev.tightrope.scheduler.people.PersonChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The reminders whose recipient was refused for good. They rest until the profile has another address; the managers of
 * the recipient's team are told of each address once a day, and of a manager's own nobody is mailed.
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
     * Gives up what was to leave in one mail and queues the word to the managers.
     *
     * @return false if the profile has another address by now, or the claim was lost: then nothing was done
     */
    @Transactional
    boolean note(Claim claim, List<UUID> reminders, RecipientRefusedException refused) {
        return jdbi.withHandle(handle -> {
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
            if (!sameAddress || !giveUp(handle, claim, reminders, refused)) {
                return false;
            }
            tellManagers(handle, reminders);
            return true;
        });
    }

    private static boolean giveUp(Handle handle, Claim claim, List<UUID> reminders, RecipientRefusedException refused) {
        return handle.createUpdate("""
                        UPDATE reminder SET state = 'UNDELIVERABLE', refused_address = :address, last_error = :answer,
                            claim = NULL
                        WHERE id = ANY (:ids) AND claim = :token AND state = 'PENDING'
                        """)
                        .bind("address", refused.address())
                        .bind("answer", refused.getMessage())
                        .bindArray("ids", UUID.class, reminders)
                        .bind("token", claim.token())
                        .execute()
                > 0;
    }

    /** One mail about an address, a day and a manager: of those refused meanwhile it tells the number. */
    private void tellManagers(Handle handle, List<UUID> reminders) {
        handle.createUpdate("""
                        INSERT INTO reminder (cause, kind, outreach_id, round, recipient_id, about_id)
                        SELECT 'address-refused:' || p.id || ':' || md5(r.refused_address) || ':' || m.id || ':' || :day,
                            'ADDRESS_REFUSED', r.outreach_id, r.round, m.id, r.id
                        FROM (SELECT * FROM reminder
                            WHERE id = ANY (:ids) AND state = 'UNDELIVERABLE' AND kind <> 'ADDRESS_REFUSED'
                                AND outreach_id IS NOT NULL
                            ORDER BY created_at, id LIMIT 1) r
                        JOIN person p ON p.id = r.recipient_id
                        JOIN person m ON m.manager AND m.team_id = p.team_id AND m.id <> p.id
                        ORDER BY m.id
                        -- One that was not sent, as the address seemed to be corrected, told nobody.
                        ON CONFLICT (cause) DO UPDATE SET state = 'PENDING', reason = NULL,
                            outreach_id = excluded.outreach_id, round = excluded.round, about_id = excluded.about_id,
                            next_attempt_at = excluded.next_attempt_at
                        WHERE reminder.state = 'CANCELLED'
                        """)
                .bindArray("ids", UUID.class, reminders)
                .bind(
                        "day",
                        LocalDate.ofInstant(clock.now(handle), ZoneOffset.UTC).toString())
                .execute();
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
