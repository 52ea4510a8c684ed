package dev.tightrope.outreach.inbound.reading;

import dev.tightrope.outreach.database.Columns;
import dev.tightrope.outreach.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

    /** When all of it was read last, or else from when on it is read: what is not read came after that. */
    @Transactional
    Optional<Instant> lastRead(String mailbox) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT read_at FROM mailbox WHERE name = :name")
                        .bind("name", mailbox)
                        .map((row, context) -> Optional.ofNullable(Columns.instantOrNull(row, "read_at")))
                        .findOne())
                .flatMap(found -> found);
    }

    /**
     * Says that this replica reads mailboxes for some time, and answers how many of them are its share. All shares
     * together are never fewer than there are mailboxes.
     */
    @Transactional
    int share(int mailboxes, Duration length) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate(
                            "DELETE FROM mailbox_reader WHERE seen_until < clock_timestamp() AND replica <> :replica")
                    .bind("replica", replica)
                    .execute();
            handle.createUpdate("""
                            INSERT INTO mailbox_reader (replica, seen_until)
                            VALUES (:replica, clock_timestamp() + :millis * interval '1 millisecond')
                            ON CONFLICT (replica) DO UPDATE SET seen_until = EXCLUDED.seen_until
                            """)
                    .bind("replica", replica)
                    .bind("millis", length.toMillis())
                    .execute();
            int readers = handle.createQuery(
                            "SELECT count(*) FROM mailbox_reader WHERE seen_until >= clock_timestamp()")
                    .mapTo(Integer.class)
                    .one();
            return (mailboxes + readers - 1) / Math.max(1, readers);
        });
    }

    /** Leaves the mailboxes to the other replicas. */
    @Transactional
    void leave() {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM mailbox_reader WHERE replica = :replica")
                .bind("replica", replica)
                .execute());
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

    /** Notes, of a mailbox that was never read, that it is read from a day on. */
    @Transactional
    void beginsAt(String mailbox, Instant day) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE mailbox SET read_at = coalesce(read_at, :day) WHERE name = :name AND holder = :holder")
                .bind("name", mailbox)
                .bind("holder", replica)
                .bind("day", day)
                .execute());
    }

    /** Notes that all of it is read. */
    @Transactional
    void readAll(String mailbox) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE mailbox SET read_at = clock_timestamp() WHERE name = :name AND holder = :holder")
                .bind("name", mailbox)
                .bind("holder", replica)
                .execute());
    }
}
