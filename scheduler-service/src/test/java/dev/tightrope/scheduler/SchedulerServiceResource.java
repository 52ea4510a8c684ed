package dev.tightrope.scheduler;

import dev.tightrope.embedded.EmbeddedPostgresServer;
import dev.tightrope.embedded.KafkaBroker;
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
 * What the service's one application in tests runs on: a database of its own, the JVM's broker, a mail server that can be
 * taken down, and a key pair made for this run. Timers and reminders do not run by themselves: each test drives them.
 */
public class SchedulerServiceResource implements QuarkusTestResourceLifecycleManager {
    static final String SIGNING_KEY = "tightrope.test.signing-key";

    @Override
    public Map<String, String> start() {
        EmbeddedPostgresServer postgres = SharedParts.postgres();
        KafkaBroker kafka = SharedParts.kafka();
        kafka.createTopics(3, Topics.OUTREACH, Topics.VOICEMAIL, Topics.SCHEDULER);
        KeyPair keys = keys();

        Map<String, String> config = new HashMap<>();
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.log.category.\"org.apache.kafka\".level", "WARN");
        config.put(
                "quarkus.datasource.jdbc.url",
                postgres.createDatabase("scheduler_" + Long.toHexString(System.nanoTime())));
        config.put("quarkus.datasource.username", postgres.user());
        config.put("quarkus.datasource.password", postgres.password());
        config.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        config.put("tightrope.reminders.smtp.port", Integer.toString(TestMail.port()));
        config.put("tightrope.timers.enabled", "false");
        config.put("tightrope.reminders.enabled", "false");
        config.put("tightrope.reminders.first-pause", "PT0.1S");
        config.put("tightrope.reminders.longest-pause", "PT0.5S");
        config.put("tightrope.front-end.outreach-url", "https://sales.example/outreaches/{id}");
        config.put(
                "mp.jwt.verify.publickey",
                Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
        config.put(
                SIGNING_KEY,
                Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
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
