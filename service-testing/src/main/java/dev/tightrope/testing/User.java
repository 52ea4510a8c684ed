package dev.tightrope.testing;

import static io.restassured.RestAssured.given;

import dev.tightrope.api.Roles;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody who calls the API in a test, with a real token shaped as Keycloak shapes it.
 *
 * @param id subject of the token
 * @param name full name
 * @param email address
 * @param roles realm roles
 */
public record User(UUID id, String name, String email, List<String> roles) {

    /** A new rep. */
    public static User rep(String name) {
        return of(name, Roles.REP);
    }

    /** A new sales manager. */
    public static User manager(String name) {
        return of(name, Roles.SALES_MANAGER);
    }

    /** A new administrator. */
    public static User admin(String name) {
        return of(name, Roles.ADMIN);
    }

    /** A new user with these roles. */
    public static User of(String name, String... roles) {
        UUID id = UUID.randomUUID();
        String address = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".") + "." + id + "@seller.example";
        return new User(id, name, address, List.of(roles));
    }

    /** The start of a JSON call as this user. */
    public RequestSpecification calls() {
        return given().auth().oauth2(token()).contentType(ContentType.JSON).accept(ContentType.JSON);
    }

    /** A JSON call with a body. */
    public RequestSpecification sends(Object body) {
        return calls().body(body);
    }

    /** A bearer token that is valid for an hour. */
    public String token() {
        return signed(claims(), SigningKey.ofThisRun());
    }

    /** What its tokens say. */
    public JwtClaimsBuilder claims() {
        return Jwt.issuer("https://tightrope.local")
                .audience("tightrope")
                .subject(id.toString())
                .claim("preferred_username", email)
                .claim("name", name)
                .claim("email", email)
                .claim("realm_access", Map.of("roles", roles))
                .expiresIn(Duration.ofHours(1));
    }

    /** A token that says so, signed by this key. */
    public static String signed(JwtClaimsBuilder claims, SigningKey key) {
        return claims.jws().keyId(key.id()).sign(key.privateKey());
    }
}
