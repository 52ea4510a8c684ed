package dev.tightrope.api.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** One call and how it is known again: by caller, method, path and key; its fingerprint tells whether it is the same. */
record IdempotentCall(UUID callerId, String method, String path, String key, byte[] fingerprint) {
    byte[] requestId() {
        try {
            // No part but the last can contain a line break, so no two calls have the same text.
            String text = callerId + "\n" + method + "\n" + path + "\n" + key;
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
