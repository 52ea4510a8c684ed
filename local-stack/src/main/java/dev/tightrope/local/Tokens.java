package dev.tightrope.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes bearer tokens shaped as Keycloak shapes them, signed with the local key. */
public final class Tokens {

    /** The issuer the services trust. */
    public static final String ISSUER = "https://tightrope.local";

    private static final Duration LIFETIME = Duration.ofDays(30);

    private final PrivateKey key;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    Tokens(PrivateKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** A token of one of the sample people. */
    public String of(SampleUser user) {
        return of(user.id(), user.fullName(), user.userName(), user.email(), List.of(user.role()));
    }

    /** A token of anybody. */
    public String of(UUID id, String name, String userName, String email, List<String> roles) {
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("aud", "tightrope");
        claims.put("sub", id.toString());
        claims.put("typ", "Bearer");
        claims.put("azp", "tightrope-front-end");
        claims.put("jti", UUID.randomUUID().toString());
        // Clocks of a host and its containers may differ by seconds.
        claims.put("iat", now - 30);
        claims.put("exp", now + LIFETIME.toSeconds());
        claims.put("scope", "openid profile email");
        claims.put("preferred_username", userName);
        claims.put("name", name);
        claims.put("email", email);
        claims.put("email_verified", true);
        claims.put("realm_access", Map.of("roles", roles));
        String signed = part(Map.of("alg", "RS256", "typ", "JWT", "kid", "local")) + "." + part(claims);
        return signed + "." + base64(sign(signed));
    }

    private String part(Map<String, Object> content) {
        try {
            return base64(json.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign a token", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
