package dev.tightrope.api.sample;

import dev.tightrope.embedded.EmbeddedPostgresServer;
import dev.tightrope.embedded.SharedParts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** A fresh database on the shared server, and a key pair to sign tokens with. */
public class TestDatabaseAndKeys implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        EmbeddedPostgresServer postgres = SharedParts.postgres();
        String database = "api_" + UUID.randomUUID().toString().replace("-", "");
        postgres.createDatabase(database);
        KeyPair keys = newKeys();
        return Map.of(
                "quarkus.datasource.jdbc.url", postgres.jdbcUrl(database),
                "quarkus.datasource.username", postgres.user(),
                "quarkus.datasource.password", postgres.password(),
                "mp.jwt.verify.publickey", pem(keys.getPublic().getEncoded()),
                "smallrye.jwt.sign.key", pem(keys.getPrivate().getEncoded()));
    }

    @Override
    public void stop() {
        // The shared server ends with the JVM.
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
