package dev.tightrope.outreach.mailbox;

import dev.tightrope.embedded.SharedParts;
import dev.tightrope.events.MailAccountRefused;
import dev.tightrope.outreach.mailbox.credentials.Sealed;
import dev.tightrope.outreach.mailbox.credentials.SealedSecrets;
import dev.tightrope.outreach.mailbox.credentials.Secrets;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.postgresql.ds.PGSimpleDataSource;

/** Accounts in a database of their own, for tests that run without the service. */
public final class TestAccounts {
    /** Whoever writes here. */
    private static final UUID SOMEBODY = UUID.randomUUID();

    private final Jdbi jdbi;
    private final MailAccounts accounts;
    private final List<MailAccountRefused> refused = new CopyOnWriteArrayList<>();
    private final SealedSecrets secrets =
            new SealedSecrets(List.of("test:dGVzdC1rZXktb2YtMzItYnl0ZXMtMDEyMzQ1Njc4OTA="));

    private TestAccounts(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.accounts = new MailAccounts(jdbi, Clock.systemUTC(), refused::add);
    }

    public static TestAccounts in(String database) throws IOException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(SharedParts.postgres().createDatabase(database));
        source.setUser(SharedParts.postgres().user());
        source.setPassword(SharedParts.postgres().password());
        Jdbi jdbi = Jdbi.create(source).installPlugin(new PostgresPlugin());
        for (String migration : List.of(
                "V10__people",
                "V70__inbound_mail",
                "V90__mail_accounts",
                "V120__ways_of_mail_accounts",
                "V122__places_of_messages",
                "V140__messages_set_aside",
                "V143__senders_of_mail_accounts",
                "V145__failing_mail_accounts")) {
            String script = Files.readString(Path.of("src/main/resources/db/migration/" + migration + ".sql"));
            jdbi.useHandle(handle -> handle.createScript(script).execute());
        }
        return new TestAccounts(jdbi);
    }

    public void clear() {
        jdbi.useHandle(
                handle -> handle.createUpdate("TRUNCATE mail_account, mailbox, mailbox_reader, mailbox_set_aside")
                        .execute());
    }

    public static MailboxesSettings settings(Map<String, String> more) {
        Map<String, String> values = new HashMap<>();
        values.put("tightrope.mailboxes.allow-private-hosts", "true");
        values.put("tightrope.mailboxes.trusted-authorities", "src/test/resources/certificates/authority.pem");
        more.forEach((key, value) -> values.put("tightrope.mailboxes." + key, value));
        return new SmallRyeConfigBuilder()
                .withMapping(MailboxesSettings.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(MailboxesSettings.class);
    }

    /** Whoever was told that an account has to be signed in anew. */
    public List<MailAccountRefused> refused() {
        return refused;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    public MailAccounts accounts() {
        return accounts;
    }

    public SealedSecrets secrets() {
        return secrets;
    }

    public UUID add(String address, String password, ServerAddress imap) {
        return write(UUID.randomUUID(), address, imap, null, new Secrets(password, null, null));
    }

    /** One of which another folder than the inbox is read. */
    public UUID addFolder(String address, String password, ServerAddress imap, String folder) {
        return write(UUID.randomUUID(), address, imap, folder, null, new Secrets(password, null, null));
    }

    public UUID add(String address, String refreshToken, String tokenEndpoint, ServerAddress imap) {
        return write(
                UUID.randomUUID(),
                address,
                imap,
                new MailAccount.TokenSource(tokenEndpoint, "tightrope", null),
                new Secrets(null, null, refreshToken));
    }

    public void change(UUID id, String address, String password, ServerAddress imap) {
        write(id, address, imap, null, new Secrets(password, null, null));
    }

    public void change(UUID id, String address, String refreshToken, String tokenEndpoint, ServerAddress imap) {
        write(
                id,
                address,
                imap,
                new MailAccount.TokenSource(tokenEndpoint, "tightrope", null),
                new Secrets(null, null, refreshToken));
    }

    public void remove(UUID id) {
        accounts.delete(id);
    }

    /** One that is stored nowhere. */
    public static MailAccount sending(String address, MailAccount.Outgoing outgoing) {
        ServerAddress server = new ServerAddress("localhost", 1, ConnectionSecurity.NONE);
        return new MailAccount(
                SOMEBODY,
                SOMEBODY,
                address,
                address,
                server,
                "INBOX",
                server,
                outgoing,
                Authentication.PASSWORD,
                null,
                AccountStatus.ACTIVE,
                null,
                null,
                new Sealed("none", new byte[0]),
                Instant.EPOCH,
                Instant.EPOCH,
                1);
    }

    private UUID write(UUID id, String address, ServerAddress imap, MailAccount.TokenSource oauth, Secrets plain) {
        return write(id, address, imap, "INBOX", oauth, plain);
    }

    private UUID write(
            UUID id, String address, ServerAddress imap, String folder, MailAccount.TokenSource oauth, Secrets plain) {
        Instant now = Clock.systemUTC().instant();
        accounts.write(
                new MailAccount(
                        id,
                        null,
                        address,
                        address,
                        imap,
                        folder,
                        null,
                        new MailAccount.Outgoing(SentCopy.APPEND, null, false, null),
                        oauth == null ? Authentication.PASSWORD : Authentication.XOAUTH2,
                        oauth,
                        AccountStatus.ACTIVE,
                        null,
                        null,
                        secrets.seal(id, plain),
                        now,
                        now,
                        1),
                SOMEBODY);
        return id;
    }
}
