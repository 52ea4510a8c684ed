package dev.tightrope.outreach.mailbox.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tightrope.outreach.mailbox.MailAccount;
import dev.tightrope.outreach.mailbox.MailboxesSettings;
import dev.tightrope.outreach.mailbox.credentials.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks an OAuth 2.0 token endpoint for an access token (RFC 6749, 6). What it says is quoted by its error code only. */
@ApplicationScoped
class TokenEndpoint {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_ANSWER = 64 << 10;
    private static final long USUAL_SECONDS = 3600;
    private static final long LONGEST_SECONDS = 86_400;

    private final AllowedHosts allowed;
    private final Duration patience;
    private final HttpClient client;

    TokenEndpoint(AllowedHosts allowed, TrustedServers trusted, MailboxesSettings settings) {
        this.allowed = allowed;
        this.patience = settings.answerTimeout();
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(trusted.context())
                .build();
    }

    /** What it gave. */
    record Grant(
            String accessToken, Duration lifetime, @Nullable String refreshToken) {
        @Override
        public String toString() {
            return "Grant[hidden]";
        }
    }

    Grant refresh(MailAccount account, Secrets secrets) throws SignInException {
        MailAccount.TokenSource source = account.oauth();
        if (source == null || secrets.refreshToken() == null) {
            throw new SignInException("there is no refresh token", true);
        }
        URI uri = URI.create(source.tokenEndpoint());
        if (allowed.refuses(uri.getHost())) {
            throw new SignInException("the token endpoint " + uri.getHost() + " is at a private address", true);
        }
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(patience)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form(source, secrets)))
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            return read(uri.getHost(), response);
        } catch (IOException e) {
            // Without the cause's words: a parser would quote the answer, tokens and all.
            throw new SignInException(
                    "the token endpoint " + uri.getHost() + " did not answer ("
                            + e.getClass().getSimpleName() + ")",
                    false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SignInException("interrupted while waiting for the token endpoint", false);
        }
    }

    private static Grant read(String host, HttpResponse<InputStream> response) throws IOException, SignInException {
        byte[] bytes;
        try (InputStream body = response.body()) {
            bytes = body.readNBytes(LONGEST_ANSWER);
        }
        if (response.statusCode() / 100 == 2) {
            JsonNode answer = JSON.readTree(bytes);
            String token = answer.path("access_token").asText();
            if (token.isEmpty()) {
                throw new SignInException("the token endpoint " + host + " gave no access token", false);
            }
            long seconds = Math.min(answer.path("expires_in").asLong(USUAL_SECONDS), LONGEST_SECONDS);
            String refresh = answer.path("refresh_token").asText();
            return new Grant(token, Duration.ofSeconds(seconds), refresh.isEmpty() ? null : refresh);
        }
        if (response.statusCode() / 100 == 4 && response.statusCode() != 429 && response.statusCode() != 408) {
            throw new SignInException("the token endpoint " + host + " refused with " + codeIn(bytes), true);
        }
        throw new SignInException("the token endpoint " + host + " answered " + response.statusCode(), false);
    }

    /** Its error code, such as invalid_grant; never its description, which may quote what was sent. */
    private static String codeIn(byte[] bytes) {
        try {
            String code = JSON.readTree(bytes).path("error").asText();
            return code.matches("[a-z_]{1,60}") ? code : "an error";
        } catch (IOException e) {
            return "an error";
        }
    }

    private static String form(MailAccount.TokenSource source, Secrets secrets) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "refresh_token");
        fields.put("refresh_token", secrets.refreshToken());
        fields.put("client_id", source.clientId());
        fields.put("client_secret", secrets.clientSecret());
        fields.put("scope", source.scope());
        return fields.entrySet().stream()
                .filter(field -> field.getValue() != null)
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
