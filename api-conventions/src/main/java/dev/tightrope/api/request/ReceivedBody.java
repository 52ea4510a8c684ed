package dev.tightrope.api.request;

import jakarta.enterprise.context.RequestScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What the current request's body was, byte for byte; empty if it had none. */
@RequestScoped
public class ReceivedBody {
    private byte[] bytes = new byte[0];

    void received(byte[] body) {
        bytes = body;
    }

    /** SHA-256 over a prefix and the body. */
    public byte[] sha256(byte[] prefix) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(prefix);
            return digest.digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
