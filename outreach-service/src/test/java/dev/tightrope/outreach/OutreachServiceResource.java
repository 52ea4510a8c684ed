package dev.tightrope.outreach;

import dev.tightrope.embedded.EmbeddedPostgresServer;
import dev.tightrope.embedded.KafkaBroker;
import dev.tightrope.embedded.MailServer;
import dev.tightrope.embedded.SharedParts;
import dev.tightrope.events.Topics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * What the service's one application in tests runs on: a database of its own, the broker and mail server of the JVM, and
 * a key pair made for this run, whose private half signs the tokens of {@link User}.
 */
public class OutreachServiceResource implements QuarkusTestResourceLifecycleManager {
    static final String SIGNING_KEY = "tightrope.test.signing-key";

    @Override
    public Map<String, String> start() {
        EmbeddedPostgresServer postgres = SharedParts.postgres();
        KafkaBroker kafka = SharedParts.kafka();
        MailServer mail = SharedParts.mail();
        kafka.createTopics(3, Topics.OUTREACH, Topics.VOICEMAIL, Topics.SCHEDULER);
        KeyPair keys = keys();

        Map<String, String> config = new HashMap<>();
        config.put("quarkus.http.test-port", "0");
        config.put(
                "quarkus.datasource.jdbc.url",
                postgres.createDatabase("outreach_" + Long.toHexString(System.nanoTime())));
        config.put("quarkus.datasource.username", postgres.user());
        config.put("quarkus.datasource.password", postgres.password());
        config.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        config.put(
                "mp.jwt.verify.publickey",
                Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
        config.put(
                SIGNING_KEY,
                Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
        config.put("tightrope.test.smtp-port", Integer.toString(mail.smtpPort()));
        config.put("tightrope.test.imap-port", Integer.toString(mail.imapPort()));
        config.put("tightrope.mail.smtp.host", "127.0.0.1");
        config.put("tightrope.mail.smtp.port", Integer.toString(mail.smtpPort()));
        config.put("tightrope.mail.reply-to", "reply@seller.example");
        mail.createMailbox("reply@seller.example");
        config.put("tightrope.inbound.imap.host", "localhost");
        config.put("tightrope.inbound.imap.port", Integer.toString(mail.imapPort()));
        config.put("tightrope.inbound.imap.tls", "false");
        config.put("tightrope.inbound.imap.user", "reply@seller.example");
        config.put("tightrope.inbound.imap.password", "any");
        // Tests look for ended permissions by hand.
        config.put("tightrope.stories.permission-poll", "PT24H");
        // Tests that provoke a refusal try again by hand.
        config.put("tightrope.mail.retry-first", "PT10M");
        return config;
    }

    @Override
    public void stop() {
        // The parts belong to the JVM, which ends with the run.
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has RSA", e);
        }
    }
}
