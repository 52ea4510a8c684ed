package dev.tightrope.testing;

import dev.tightrope.embedded.EmbeddedPostgresServer;
import dev.tightrope.embedded.KafkaBroker;
import dev.tightrope.embedded.SharedParts;
import dev.tightrope.events.Topics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * What a service's one application in tests runs on: a database of its own, the broker of the JVM, and an identity provider
 * whose keys sign the tokens of {@link User}. A service's resource adds what only it needs.
 */
public abstract class ServiceParts implements QuarkusTestResourceLifecycleManager {
    private final String service;

    /** For a service of this name, after which its database is named. */
    protected ServiceParts(String service) {
        this.service = service;
    }

    /** Starts what only this service needs; its configuration. */
    protected abstract Map<String, String> ofItsOwn();

    @Override
    public final Map<String, String> start() {
        EmbeddedPostgresServer postgres = SharedParts.postgres();
        KafkaBroker kafka = SharedParts.kafka();
        kafka.createTopics(3, Topics.OUTREACH, Topics.VOICEMAIL, Topics.SCHEDULER);

        Map<String, String> config = new HashMap<>();
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.log.category.\"org.apache.kafka\".level", "WARN");
        config.put(
                "quarkus.datasource.jdbc.url",
                postgres.createDatabase(service + "_" + Long.toHexString(System.nanoTime())));
        config.put("quarkus.datasource.username", postgres.user());
        config.put("quarkus.datasource.password", postgres.password());
        config.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        config.putAll(new IdentityProvider().start());
        config.putAll(ofItsOwn());
        return config;
    }

    @Override
    public final void stop() {
        // The parts belong to the JVM, which ends with the run.
    }
}
