package dev.tightrope.outreach.mailbox.credentials;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What an account signs in with. Its text form shows nothing, so that no log can.
 *
 * @param password of the user
 * @param clientSecret of us at the token endpoint
 * @param refreshToken for new access tokens
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Secrets(
        @Nullable String password,
        @Nullable String clientSecret,
        @Nullable String refreshToken) {
    private static final ObjectMapper JSON = new ObjectMapper();

    byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Three strings can always be written", e);
        }
    }

    static Secrets of(byte[] bytes) {
        try {
            return JSON.readValue(bytes, Secrets.class);
        } catch (IOException e) {
            // Without the cause: it would quote what it read.
            throw new IllegalStateException("Opened secrets are not as they were written");
        }
    }

    /** The same with another refresh token. */
    public Secrets withRefreshToken(String token) {
        return new Secrets(password, clientSecret, token);
    }

    @Override
    public String toString() {
        return "Secrets[hidden]";
    }
}
