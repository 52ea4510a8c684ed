package dev.tightrope.api.onetap;

import dev.tightrope.api.ConfiguredKeys;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Makes and reads the tokens of one-tap links: JSON Web Tokens (RFC 7519) signed with HS256, for an audience of their own,
 * so that no token of the identity provider passes for one, nor the other way round. Whoever uses it is made at the start,
 * so that a key that is none is noticed then.
 */
@Singleton
public class OneTapTokens {
    private static final String AUDIENCE = "tightrope-one-tap";
    private static final String KIND = "kind";
    private static final String OF = "of";

    private final ConfiguredKeys keys;

    /**
     * Takes the keys from the configuration.
     *
     * @throws IllegalArgumentException if one of them is none; it names the entry, and not the key
     */
    public OneTapTokens(@ConfigProperty(name = "tightrope.one-tap.keys") Optional<List<String>> keys) {
        this.keys = ConfiguredKeys.forHmac("tightrope.one-tap.keys", keys.orElse(List.of()));
    }

    /** The token for a link; absent where no key is configured, and mails have no such links then. */
    public Optional<String> sign(OneTap tap) {
        return keys.currentId().map(id -> sign(tap, id));
    }

    private String sign(OneTap tap, String keyId) {
        JwtClaims claims = new JwtClaims();
        claims.setAudience(AUDIENCE);
        claims.setSubject(tap.person().toString());
        claims.setStringClaim(KIND, tap.kind().name());
        claims.setStringClaim(OF, tap.of().toString());
        claims.setExpirationTime(NumericDate.fromSeconds(tap.expires().getEpochSecond()));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKeyIdHeaderValue(keyId);
        signature.setKey(keys.byId(keyId).orElseThrow());
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("This JVM does not sign with HS256", e);
        }
    }

    /** What a token says at a moment; it never throws, whatever it is given. */
    public Reading read(String token, Instant now) {
        try {
            JwtClaims claims = consumer(now).processToClaims(token);
            return new Reading.Valid(new OneTap(
                    UUID.fromString(claims.getSubject()),
                    OneTap.Kind.valueOf(claims.getStringClaimValue(KIND)),
                    UUID.fromString(claims.getStringClaimValue(OF)),
                    Instant.ofEpochSecond(claims.getExpirationTime().getValue())));
        } catch (InvalidJwtException e) {
            // The signature is verified before the claims are looked at.
            return e.hasExpired() ? new Reading.Expired() : new Reading.Invalid();
        } catch (MalformedClaimException | IllegalArgumentException | NullPointerException e) {
            return new Reading.Invalid();
        }
    }

    private JwtConsumer consumer(Instant now) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256))
                .setVerificationKeyResolver((signature, nesting) -> keyOf(signature))
                .setExpectedAudience(AUDIENCE)
                .setRequireSubject()
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromSeconds(now.getEpochSecond()))
                .build();
    }

    private SecretKey keyOf(JsonWebSignature signature) throws UnresolvableKeyException {
        return keys.byId(signature.getKeyIdHeaderValue())
                .orElseThrow(() -> new UnresolvableKeyException("no key has this id"));
    }

    /** What came of reading a token. */
    public sealed interface Reading {
        /** It is ours and holds. */
        record Valid(OneTap tap) implements Reading {}

        /** It was ours, and its time is over. */
        record Expired() implements Reading {}

        /** It is none of ours. */
        record Invalid() implements Reading {}
    }
}
