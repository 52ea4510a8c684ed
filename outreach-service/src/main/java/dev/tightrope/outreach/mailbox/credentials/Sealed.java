package dev.tightrope.outreach.mailbox.credentials;

/**
 * Secrets as they are stored.
 *
 * @param keyId which key opens them
 * @param bytes nonce, ciphertext and authentication tag
 */
@SuppressWarnings("ArrayRecordComponent")
public record Sealed(String keyId, byte[] bytes) {
    @Override
    public String toString() {
        return "Sealed[" + keyId + "]";
    }
}
