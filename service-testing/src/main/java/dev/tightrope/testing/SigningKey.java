package dev.tightrope.testing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A key that signs tokens.
 *
 * @param id the {@code kid} by which its public half is found
 */
public record SigningKey(String id, PrivateKey privateKey, RSAPublicKey publicKey) {
    static final String PROPERTY = "tightrope.test.signing-key";
    static final String FIRST = "first";

    /** A new one. */
    public static SigningKey generate(String id) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(id, pair.getPrivate(), (RSAPublicKey) pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has RSA", e);
        }
    }

    /** The one the identity provider of this run began with; read from the configuration, as tests have their own classes. */
    public static SigningKey ofThisRun() {
        String encoded = ConfigProvider.getConfig().getValue(PROPERTY, String.class);
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) rsa.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
            RSAPublicKeySpec publicHalf = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return new SigningKey(FIRST, key, (RSAPublicKey) rsa.generatePublic(publicHalf));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of the test resource cannot be read", e);
        }
    }

    String encoded() {
        return Base64.getEncoder().encodeToString(privateKey.getEncoded());
    }

    /** Its public half, as RFC 7517 writes it. */
    String jwk() {
        Base64.Encoder url = Base64.getUrlEncoder().withoutPadding();
        return """
                {"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "%s", "n": "%s", "e": "%s"}""".formatted(
                id,
                url.encodeToString(unsigned(publicKey.getModulus().toByteArray())),
                url.encodeToString(unsigned(publicKey.getPublicExponent().toByteArray())));
    }

    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? java.util.Arrays.copyOfRange(number, 1, number.length) : number;
    }
}
