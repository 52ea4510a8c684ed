package dev.tightrope.testing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only tokens of our identity provider, for us and in time, let anybody in; their keys come from its JWKS. */
public abstract class TokensOfOurs {
    private static final SigningKey KEY = SigningKey.ofThisRun();
    private static final User REP = User.rep("Anna Berg");
    private static final Map<String, Function<JwtClaimsBuilder, String>> FORGERIES = Map.of(
            "wrong issuer", claims -> User.signed(claims.issuer("https://id.example"), KEY),
            "no issuer", claims -> User.signed(claims.remove("iss"), KEY),
            "wrong audience", claims -> User.signed(claims.audience("somebody-else"), KEY),
            "no audience", claims -> User.signed(claims.remove("aud"), KEY),
            "expired", claims -> User.signed(expired(claims), KEY),
            "foreign key", claims -> User.signed(claims, SigningKey.generate("foreign")),
            "foreign key under our name", claims -> User.signed(claims, SigningKey.generate(KEY.id())),
            "our public key as a secret", TokensOfOurs::signedWithThePublicKey,
            "no signature", TokensOfOurs::unsigned,
            "changed", claims -> changed(User.signed(claims, KEY)));

    private final String path;

    /** For a service with this list, which every rep may read. */
    protected TokensOfOurs(String path) {
        this.path = path;
    }

    @AfterEach
    void theFirstKeyHoldsAgain() {
        IdentityProvider.publishes(KEY);
        accepts(REP.token());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrong issuer",
                "no issuer",
                "wrong audience",
                "no audience",
                "expired",
                "foreign key",
                "foreign key under our name",
                "our public key as a secret",
                "no signature",
                "changed"
            })
    void aTokenThatIsNotOursIsRefusedWithoutSayingWhy(String forgery) {
        String token = Objects.requireNonNull(FORGERIES.get(forgery)).apply(REP.claims());

        refuses(token);
        accepts(REP.token());
    }

    @Test
    void keysRotate() {
        SigningKey next = SigningKey.generate("next");
        String token = User.signed(REP.claims(), next);
        refuses(token);

        IdentityProvider.publishes(KEY, next);
        accepts(token);
        accepts(REP.token());

        SigningKey last = SigningKey.generate("last");
        IdentityProvider.publishes(last);
        accepts(User.signed(REP.claims(), last));
        refuses(token);
        refuses(REP.token());
    }

    /** Keys that were asked for a moment ago are not asked for again. */
    private void accepts(String token) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> calls(token).statusCode(200));
    }

    private void refuses(String token) {
        calls(token)
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("status", equalTo(401))
                .body("code", equalTo("unauthorized"));
    }

    private ValidatableResponse calls(String token) {
        return given().auth().oauth2(token).get(path).then();
    }

    private static JwtClaimsBuilder expired(JwtClaimsBuilder claims) {
        long hourAgo = Instant.now().getEpochSecond() - 3_600;
        return claims.issuedAt(hourAgo - 60).expiresAt(hourAgo);
    }

    /** Works where a service lets the token choose how it is checked. */
    private static String signedWithThePublicKey(JwtClaimsBuilder claims) {
        return claims.jws()
                .algorithm(SignatureAlgorithm.HS256)
                .keyId(KEY.id())
                .sign(new SecretKeySpec(KEY.publicKey().getEncoded(), "HmacSHA256"));
    }

    private static String unsigned(JwtClaimsBuilder claims) {
        String header = "{\"alg\": \"none\", \"kid\": \"" + KEY.id() + "\"}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8)) + "."
                + User.signed(claims, KEY).split("\\.")[1] + ".";
    }

    private static String changed(String token) {
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("\"rep\"", "\"admin\"");
        return parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8)) + "."
                + parts[2];
    }
}
