package dev.tightrope.outreach.inbound.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Messages that failed again and again and must not keep the ones behind them waiting. None is given up: each is tried
 * again after pauses that grow, until it can be taken in or is gone. Times are the database's.
 */
@ApplicationScoped
class SetAsideMessages {
    private static final int MOST_AT_ONCE = 20;
    /** Of doublings: beyond it every pause is the longest. */
    private static final int MOST_DOUBLINGS = 20;

    private final Jdbi jdbi;
    private final MailboxSettings settings;

    SetAsideMessages(Jdbi jdbi, MailboxSettings settings) {
        this.jdbi = jdbi;
        this.settings = settings;
    }

    /** How often a message may fail in a row before it is set aside. */
    int after() {
        return settings.setAsideAfter();
    }

    @Transactional
    void add(MailPlace place, String problem) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO mailbox_set_aside (mailbox, uid_validity, uid, next_attempt_at, problem)
                        VALUES (:mailbox, :uidValidity, :uid, clock_timestamp() + :millis * interval '1 millisecond',
                                :problem)
                        ON CONFLICT (mailbox, uid_validity, uid) DO NOTHING
                        """)
                .bindMethods(place)
                .bind("millis", settings.setAsideRetryFirst().toMillis())
                .bind("problem", problem)
                .execute());
    }

    /** UIDs of those to be tried now. Those of a folder that was made anew since are gone with it. */
    @Transactional
    List<Long> due(String mailbox, long uidValidity) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("DELETE FROM mailbox_set_aside WHERE mailbox = :mailbox AND uid_validity <> :validity")
                    .bind("mailbox", mailbox)
                    .bind("validity", uidValidity)
                    .execute();
            return handle.createQuery("""
                            SELECT uid FROM mailbox_set_aside
                            WHERE mailbox = :mailbox AND next_attempt_at <= clock_timestamp()
                            ORDER BY next_attempt_at, uid LIMIT :most
                            """)
                    .bind("mailbox", mailbox)
                    .bind("most", MOST_AT_ONCE)
                    .mapTo(Long.class)
                    .list();
        });
    }

    /** Notes that one is tried: whatever comes of it, the next time is later. */
    @Transactional
    void tried(MailPlace place) {
        Duration longest = settings.setAsideRetryLongest();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE mailbox_set_aside
                        SET attempts = attempts + 1,
                            next_attempt_at = clock_timestamp() + least(:longest,
                                :first * power(2, least(attempts + 1, :doublings))) * interval '1 millisecond'
                        WHERE mailbox = :mailbox AND uid_validity = :uidValidity AND uid = :uid
                        """)
                .bindMethods(place)
                .bind("first", settings.setAsideRetryFirst().toMillis())
                .bind("longest", longest.toMillis())
                .bind("doublings", MOST_DOUBLINGS)
                .execute());
    }

    @Transactional
    void because(MailPlace place, String problem) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE mailbox_set_aside SET problem = :problem
                        WHERE mailbox = :mailbox AND uid_validity = :uidValidity AND uid = :uid
                        """)
                .bindMethods(place)
                .bind("problem", problem)
                .execute());
    }

    @Transactional
    void remove(MailPlace place) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        DELETE FROM mailbox_set_aside
                        WHERE mailbox = :mailbox AND uid_validity = :uidValidity AND uid = :uid
                        """).bindMethods(place).execute());
    }

    /** How many there are, in all mailboxes. */
    long count() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM mailbox_set_aside")
                .mapTo(Long.class)
                .one());
    }
}
