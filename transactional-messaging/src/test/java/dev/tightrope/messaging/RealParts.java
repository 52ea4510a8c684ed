package dev.tightrope.messaging;

import dev.tightrope.embedded.EmbeddedPostgresServer;
import dev.tightrope.embedded.SharedParts;
import dev.tightrope.events.Topics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives the application under test a database and a broker. */
public final class RealParts implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        EmbeddedPostgresServer postgres = SharedParts.postgres();
        SharedParts.kafka().createTopics(3, Topics.ALL.toArray(String[]::new));
        return Map.of(
                "quarkus.datasource.jdbc.url", postgres.createDatabase("messaging_quarkus"),
                "quarkus.datasource.username", postgres.user(),
                "quarkus.datasource.password", postgres.password(),
                "kafka.bootstrap.servers", SharedParts.kafka().bootstrapServers());
    }

    @Override
    public void stop() {
        // the parts are shared and end with the JVM
    }
}
