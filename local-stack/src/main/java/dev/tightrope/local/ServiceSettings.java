package dev.tightrope.local;

import java.util.HashMap;
import java.util.Map;

/** The environment of a service on this machine: configuration only, the code is production's. */
final class ServiceSettings {

    /** Where answers to executives' mails arrive; every mail adds its own plus-tag. */
    static final String REPLY_MAILBOX = "reply@" + SampleUser.DOMAIN;

    private ServiceSettings() {}

    static Map<String, String> of(Service service, Stack stack) {
        StackPorts ports = stack.config().ports();
        Map<String, String> settings = new HashMap<>();
        settings.put("QUARKUS_HTTP_HOST", "localhost");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)));
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", stack.postgres().jdbcUrl(service.database()));
        settings.put("QUARKUS_DATASOURCE_USERNAME", service.database());
        settings.put("QUARKUS_DATASOURCE_PASSWORD", service.database());
        settings.put("KAFKA_BOOTSTRAP_SERVERS", stack.kafka().bootstrapServers());
        settings.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION", stack.publicKey().toUri().toString());
        settings.put("MP_JWT_VERIFY_ISSUER", Tokens.ISSUER);
        settings.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        settings.put("TIGHTROPE_REMINDERS_SMTP_HOST", "localhost");
        settings.put("TIGHTROPE_REMINDERS_SMTP_PORT", Integer.toString(ports.smtp()));
        settings.put("TIGHTROPE_COMPANY_NAME", "Varmia");
        settings.put("TIGHTROPE_COMPANY_POSTAL_ADDRESS", "Varmia AB, Kungsgatan 12, 411 19 Göteborg, Sweden");
        settings.put("TIGHTROPE_MAIL_SMTP_HOST", "localhost");
        settings.put("TIGHTROPE_MAIL_SMTP_PORT", Integer.toString(ports.smtp()));
        settings.put("TIGHTROPE_MAIL_REPLY_TO", REPLY_MAILBOX);
        settings.put("TIGHTROPE_INBOUND_IMAP_HOST", "localhost");
        settings.put("TIGHTROPE_INBOUND_IMAP_PORT", Integer.toString(ports.imap()));
        settings.put("TIGHTROPE_INBOUND_IMAP_SECURITY", "NONE");
        settings.put("TIGHTROPE_INBOUND_IMAP_USER", REPLY_MAILBOX);
        settings.put("TIGHTROPE_INBOUND_IMAP_PASSWORD", "any");
        // After a kill -9 the successor need not wait half a minute before it reads.
        settings.put("TIGHTROPE_INBOUND_IMAP_LEASE", "PT10S");
        // A key for this machine's sample accounts alone; in production it is a secret.
        settings.put("TIGHTROPE_MAILBOXES_KEYS", "local:bG9jYWwta2V5LW9mLTMyLWJ5dGVzLTAxMjM0NTY3ODk=");
        settings.put("TIGHTROPE_MAILBOXES_ALLOW_PRIVATE_HOSTS", "true");
        // The same for links that act with one tap, in the two services that write and read them.
        settings.put("TIGHTROPE_ONE_TAP_KEYS", "local:bG9jYWwtb25lLXRhcC1rZXktMzItYnl0ZXMtMDEyMzQ=");
        settings.put("TIGHTROPE_ONE_TAP_URL", "http://localhost:" + ports.gateway() + "/api/v1/one-tap/{token}");
        settings.put("TIGHTROPE_RECORDINGS_STORAGE", "disk");
        settings.put(
                "TIGHTROPE_RECORDINGS_DIRECTORY",
                stack.config().folder().resolve("recordings").toAbsolutePath().toString());
        settings.put("TIGHTROPE_REMINDERS_FROM", "Tightrope <tightrope@" + SampleUser.DOMAIN + ">");
        settings.put("TIGHTROPE_REMINDERS_MESSAGE_ID_DOMAIN", SampleUser.DOMAIN);
        settings.put("TIGHTROPE_FRONT_END_OUTREACH_URL", "http://localhost:" + ports.gateway() + "/outreaches/{id}");
        settings.put("TIGHTROPE_FRONT_END_MAIL_ACCOUNT_URL", "http://localhost:" + ports.gateway() + "/");
        settings.put("TIGHTROPE_FRONT_END_BOARD_URL", "http://localhost:" + ports.gateway() + "/");
        settings.putAll(stack.config().settings());
        return settings;
    }
}
