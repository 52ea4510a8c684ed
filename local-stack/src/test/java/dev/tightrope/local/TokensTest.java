package dev.tightrope.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");

    @TempDir
    Path folder;

    @Test
    void a_token_is_shaped_as_keycloak_shapes_them() throws Exception {
        String token = token(SampleUser.MANAGER);
        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        assertThat(claims.path("iss").asText()).isEqualTo("https://tightrope.local");
        assertThat(claims.path("aud").asText()).isEqualTo("tightrope");
        assertThat(claims.path("sub").asText())
                .isEqualTo(SampleUser.MANAGER.id().toString());
        assertThat(claims.path("name").asText()).isEqualTo("Maria Svensson");
        assertThat(claims.path("email").asText()).isEqualTo("maria.svensson@varmia.example");
        assertThat(claims.path("preferred_username").asText()).isEqualTo("maria.svensson");
        assertThat(claims.path("realm_access").path("roles").get(0).asText()).isEqualTo("sales-manager");
        assertThat(claims.path("exp").asLong()).isGreaterThan(NOW.getEpochSecond());
    }

    @Test
    void the_public_key_file_verifies_the_signature() throws Exception {
        String[] parts = token(SampleUser.REP1).split("\\.");
        String pem = Files.readString(folder.resolve("public.pem"));
        PublicKey key = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(
                        Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""))));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }

    @Test
    void the_keys_are_made_once() throws Exception {
        new LocalKeys(folder);
        String first = Files.readString(folder.resolve("private.pem"));
        new LocalKeys(folder);
        assertThat(Files.readString(folder.resolve("private.pem"))).isEqualTo(first);
    }

    private String token(SampleUser user) {
        return new Tokens(new LocalKeys(folder).privateKey(), Clock.fixed(NOW, ZoneOffset.UTC)).of(user);
    }
}
