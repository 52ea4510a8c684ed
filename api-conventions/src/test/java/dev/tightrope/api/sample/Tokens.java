package dev.tightrope.api.sample;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tokens as Keycloak shapes them. */
public final class Tokens {
    private Tokens() {}

    public static String of(UUID person, String... roles) {
        return claims(person, roles).sign();
    }

    public static String expired(UUID person, String... roles) {
        return claims(person, roles).issuedAt(1_000_000).expiresAt(1_000_060).sign();
    }

    public static String forAnotherAudience(UUID person, String... roles) {
        return claims(person, roles).audience("somebody-else").sign();
    }

    private static JwtClaimsBuilder claims(UUID person, String... roles) {
        return Jwt.claims()
                .issuer("https://tightrope.local")
                .audience("tightrope")
                .subject(person.toString())
                .claim("name", "Rosa Rep")
                .claim("email", "rosa@example.com")
                .claim("realm_access", Map.of("roles", List.of(roles)));
    }
}
