package dev.tightrope.outreach.mailbox;

import dev.tightrope.events.MailAccountRefused;
import dev.tightrope.outreach.database.Columns;
import dev.tightrope.outreach.mailbox.credentials.Sealed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The accounts on record. */
@ApplicationScoped
public class MailAccounts {
    private final Jdbi jdbi;
    private final Clock clock;
    private final AccountNews news;

    MailAccounts(Jdbi jdbi, Clock clock, AccountNews news) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.news = news;
    }

    /** One account. */
    public Optional<MailAccount> byId(UUID id) {
        return find("id = :value", id);
    }

    /** A person's own account. */
    public Optional<MailAccount> ofPerson(UUID person) {
        return find("person_id = :value", person);
    }

    /** The accounts that have, or send as, one of these addresses, given in lower case. */
    public List<MailAccount> withAddresses(List<String> addresses) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM mail_account WHERE lower(address) = ANY (CAST(:addresses AS text[]))"
                                + " OR lower(send_as) = ANY (CAST(:addresses AS text[])) ORDER BY id")
                .bindArray("addresses", String.class, addresses)
                .map(new MailAccountMapper())
                .list());
    }

    /** The domains of all their addresses, in lower case. */
    public List<String> domains() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT DISTINCT lower(substring(used FROM '@([^@]+)$'))
                        FROM mail_account, unnest(ARRAY[address, send_as]) AS used WHERE used LIKE '%@_%'
                        """).mapTo(String.class).list());
    }

    /** Every account whose mail is read. */
    public List<MailAccount> read() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM mail_account WHERE imap_host IS NOT NULL ORDER BY id")
                        .map(new MailAccountMapper())
                        .list());
    }

    /**
     * Messages in an account's mailbox that could not be taken in and are tried again.
     *
     * @param count how many
     * @param since when the first of them was set aside
     * @param problem why the last attempt at that one failed
     */
    record SetAside(int count, Instant since, String problem) {}

    /** Those of one account; absent if all of its mail could be read. */
    Optional<SetAside> setAside(UUID account) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) OVER () AS count, since, problem FROM mailbox_set_aside
                        WHERE starts_with(mailbox, :account || ' ') ORDER BY since, uid LIMIT 1
                        """)
                .bind("account", account.toString())
                .map((row, context) ->
                        new SetAside(row.getInt("count"), Columns.instant(row, "since"), row.getString("problem")))
                .findOne());
    }

    Optional<MailAccount> lockOfPerson(UUID person) {
        return find("person_id = :value FOR NO KEY UPDATE", person);
    }

    Optional<MailAccount> lockShared(UUID id) {
        return find("id = :value AND person_id IS NULL FOR NO KEY UPDATE", id);
    }

    private Optional<MailAccount> find(String condition, UUID value) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM mail_account WHERE " + condition)
                .bind("value", value)
                .map(new MailAccountMapper())
                .findOne());
    }

    /** Writes a new account, or the locked one with its id; it counts as working until something else is seen. */
    MailAccount write(MailAccount account, UUID by) {
        ServerAddress imap = account.imap();
        ServerAddress smtp = account.smtp();
        MailAccount.TokenSource oauth = account.oauth();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO mail_account (id, person_id, address, username, imap_host, imap_port, imap_security,
                            folder, smtp_host, smtp_port, smtp_security, sent_copy, sent_folder, sub_addressing, send_as,
                            authentication, token_endpoint, client_id,
                            scope, key_id, sealed, created_at, updated_at, updated_by, version)
                        VALUES (:id, :person, :address, :username, :imap_host, :imap_port, :imap_security, :folder,
                            :smtp_host, :smtp_port, :smtp_security, :sent_copy, :sent_folder, :sub_addressing, :send_as,
                            :authentication, :token_endpoint, :client_id,
                            :scope, :key, :sealed, :now, :now, :by, 1)
                        ON CONFLICT (id) DO UPDATE SET
                            address = EXCLUDED.address, username = EXCLUDED.username,
                            imap_host = EXCLUDED.imap_host, imap_port = EXCLUDED.imap_port,
                            imap_security = EXCLUDED.imap_security, folder = EXCLUDED.folder,
                            smtp_host = EXCLUDED.smtp_host, smtp_port = EXCLUDED.smtp_port,
                            smtp_security = EXCLUDED.smtp_security, sent_copy = EXCLUDED.sent_copy,
                            sent_folder = EXCLUDED.sent_folder, sub_addressing = EXCLUDED.sub_addressing,
                            send_as = EXCLUDED.send_as,
                            authentication = EXCLUDED.authentication,
                            token_endpoint = EXCLUDED.token_endpoint, client_id = EXCLUDED.client_id,
                            scope = EXCLUDED.scope, key_id = EXCLUDED.key_id, sealed = EXCLUDED.sealed,
                            status = 'ACTIVE', status_reason = NULL, failing_since = NULL,
                            updated_at = EXCLUDED.updated_at, updated_by = EXCLUDED.updated_by, version = mail_account.version + 1
                        RETURNING *
                        """)
                .bind("id", account.id())
                .bind("person", account.personId())
                .bind("address", account.address())
                .bind("username", account.username())
                .bind("imap_host", imap == null ? null : imap.host())
                .bind("imap_port", imap == null ? null : (Integer) imap.port())
                .bind("imap_security", imap == null ? null : imap.security().name())
                .bind("folder", account.folder())
                .bind("smtp_host", smtp == null ? null : smtp.host())
                .bind("smtp_port", smtp == null ? null : (Integer) smtp.port())
                .bind("smtp_security", smtp == null ? null : smtp.security().name())
                .bind("sent_copy", account.outgoing().sentCopy().name())
                .bind("sent_folder", account.outgoing().sentFolder())
                .bind("sub_addressing", account.outgoing().subAddressing())
                .bind("send_as", account.outgoing().sendAs())
                .bind("authentication", account.authentication().name())
                .bind("token_endpoint", oauth == null ? null : oauth.tokenEndpoint())
                .bind("client_id", oauth == null ? null : oauth.clientId())
                .bind("scope", oauth == null ? null : oauth.scope())
                .bind("key", account.sealed().keyId())
                .bind("sealed", account.sealed().bytes())
                .bind("now", clock.instant())
                .bind("by", by)
                .map(new MailAccountMapper())
                .one());
    }

    boolean delete(UUID id) {
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM mail_account WHERE id = :id")
                        .bind("id", id)
                        .execute())
                == 1;
    }

    /** Replaces sealed secrets unless others were put in their place meanwhile; what the owner sees stays the same. */
    @Transactional
    public boolean reseal(MailAccount account, Sealed sealed) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "UPDATE mail_account SET key_id = :key, sealed = :sealed WHERE id = :id AND sealed = :before")
                        .bind("id", account.id())
                        .bind("key", sealed.keyId())
                        .bind("sealed", sealed.bytes())
                        .bind("before", account.sealed().bytes())
                        .execute())
                == 1;
    }

    /** Notes that an account works. As all verdicts, one on what the owner has changed since is none. */
    @Transactional
    public void works(MailAccount account) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE mail_account SET status = 'ACTIVE', status_reason = NULL, failing_since = NULL,
                            updated_at = CASE WHEN status = 'ACTIVE' THEN updated_at ELSE :now END
                         WHERE id = :id AND version = :version AND (status <> 'ACTIVE' OR failing_since IS NOT NULL)
                        """)
                .bind("id", account.id())
                .bind("version", account.version())
                .bind("now", clock.instant())
                .execute());
    }

    /** Notes that an account has to be signed in anew; true if that is news. */
    @Transactional
    public boolean needsSignIn(MailAccount account, String reason) {
        Instant now = clock.instant();
        Optional<UUID> changed = jdbi.withHandle(handle -> handle.createQuery("""
                        UPDATE mail_account SET status = 'NEEDS_SIGN_IN', status_reason = :reason, updated_at = :now
                         WHERE id = :id AND version = :version AND status <> 'NEEDS_SIGN_IN'
                        RETURNING coalesce(person_id, updated_by) AS mends
                        """)
                .bind("id", account.id())
                .bind("version", account.version())
                .bind("reason", reason)
                .bind("now", now)
                .mapTo(UUID.class)
                .findOne());
        changed.ifPresent(mends -> tell(account, mends, reason, now, MailAccountRefused.SIGN_IN));
        return changed.isPresent();
    }

    private record NotRead(UUID mends, Instant since) {}

    /**
     * Notes that an account's mailbox could not be read; true if that has now lasted so long that it is news. An account
     * that has to be signed in anew stays so: its owner knows what to do first.
     *
     * @param tellAfter how long it has to last
     */
    @Transactional
    public boolean fails(MailAccount account, String reason, Duration tellAfter) {
        Instant now = clock.instant();
        Optional<NotRead> changed = jdbi.withHandle(handle -> {
            handle.createUpdate("""
                            UPDATE mail_account SET failing_since = :now
                             WHERE id = :id AND version = :version AND failing_since IS NULL
                            """)
                    .bind("id", account.id())
                    .bind("version", account.version())
                    .bind("now", now)
                    .execute();
            handle.createUpdate("""
                            UPDATE mail_account SET status_reason = :reason, updated_at = :now
                             WHERE id = :id AND version = :version AND status = 'NOT_READ'
                               AND status_reason IS DISTINCT FROM :reason
                            """)
                    .bind("id", account.id())
                    .bind("version", account.version())
                    .bind("reason", reason)
                    .bind("now", now)
                    .execute();
            return handle.createQuery("""
                            UPDATE mail_account SET status = 'NOT_READ', status_reason = :reason, updated_at = :now
                             WHERE id = :id AND version = :version AND status = 'ACTIVE' AND failing_since <= :due
                            RETURNING coalesce(person_id, updated_by) AS mends, failing_since
                            """)
                    .bind("id", account.id())
                    .bind("version", account.version())
                    .bind("reason", reason)
                    .bind("now", now)
                    .bind("due", now.minus(tellAfter))
                    .map((row, context) ->
                            new NotRead(Columns.uuid(row, "mends"), Columns.instant(row, "failing_since")))
                    .findOne();
        });
        changed.ifPresent(found -> tell(account, found.mends(), reason, found.since(), MailAccountRefused.NOT_READ));
        return changed.isPresent();
    }

    private void tell(MailAccount account, UUID mends, String reason, Instant since, String kind) {
        news.refused(new MailAccountRefused(
                account.id(),
                mends,
                account.address(),
                account.personId() == null,
                account.imap() != null,
                account.smtp() != null,
                reason,
                since,
                kind));
    }

    List<MailAccount> notSealedWith(String key, int limit, @Nullable UUID after) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM mail_account
                         WHERE key_id <> :key AND (CAST(:after AS uuid) IS NULL OR id > :after)
                         ORDER BY id LIMIT :limit
                        """)
                .bind("key", key)
                .bind("limit", limit)
                .bind("after", after)
                .map(new MailAccountMapper())
                .list());
    }
}
