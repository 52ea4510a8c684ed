package dev.tightrope.outreach.inbound;

import dev.tightrope.outreach.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/**
 * How far a mailbox was read and which replica may read it. Times are the database's. A replica that lost its lease
 * while it slept cannot do harm: its progress is not taken, and what it took in is known by its identity.
 */
@ApplicationScoped
class MailboxProgress {
    private final Jdbi jdbi;
    private final String replica;

    MailboxProgress(Jdbi jdbi, Ids ids) {
        this.jdbi = jdbi;
        this.replica = ids.next().toString();
    }

    /** Takes or renews the lease of a mailbox; false while another replica has it. */
    @Transactional
    boolean lease(String mailbox, Duration length) {
        return lease(mailbox, length, replica);
    }

    @Transactional
    boolean lease(String mailbox, Duration length, String holder) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("INSERT INTO mailbox (name) VALUES (:name) ON CONFLICT DO NOTHING")
                    .bind("name", mailbox)
                    .execute();
            return handle.createUpdate("""
                            UPDATE mailbox
                               SET holder = :holder, lease_until = clock_timestamp() + :millis * interval '1 millisecond'
                             WHERE name = :name AND (holder = :holder OR lease_until < clock_timestamp())
                            """)
                            .bind("name", mailbox)
                            .bind("holder", holder)
                            .bind("millis", length.toMillis())
                            .execute()
                    == 1;
        });
    }

    /** Gives the lease back, so that another replica need not wait for its end. */
    @Transactional
    void release(String mailbox) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE mailbox SET lease_until = '-infinity' WHERE name = :name AND holder = :holder")
                .bind("name", mailbox)
                .bind("holder", replica)
                .execute());
    }

    /** UID of the last message taken in; 0 if the folder was made anew since (another UIDVALIDITY, RFC 3501 2.3.1.1). */
    @Transactional
    long lastUid(String mailbox, long uidValidity) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT last_uid FROM mailbox WHERE name = :name AND uid_validity = :validity")
                .bind("name", mailbox)
                .bind("validity", uidValidity)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    /** Notes that everything up to a message is taken in. */
    @Transactional
    void readUpTo(String mailbox, long uidValidity, long uid) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE mailbox SET uid_validity = :validity, last_uid = :uid
                         WHERE name = :name AND holder = :holder AND (uid_validity <> :validity OR last_uid < :uid)
                        """)
                .bind("name", mailbox)
                .bind("holder", replica)
                .bind("validity", uidValidity)
                .bind("uid", uid)
                .execute());
    }
}
