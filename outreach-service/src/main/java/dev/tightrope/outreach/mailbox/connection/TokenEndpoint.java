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
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Asks an OAuth 2.0 token endpoint for an access token (RFC 6749, 6). What it says is quoted by its error code only. */
@ApplicationScoped
class TokenEndpoint {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_ANSWER = 64 << 10;
    private static final long USUAL_SECONDS = 3600;
    private static final long LONGEST_SECONDS = 86_400;

    private final AllowedHosts allowed;
    private final OkHttpClient client;

    TokenEndpoint(AllowedHosts allowed, TrustedServers trusted, MailboxesSettings settings) {
        this.allowed = allowed;
        this.client = new OkHttpClient.Builder()
                // The whole exchange, the last byte of the answer included: whoever waits holds up the account's mail.
                .callTimeout(settings.connectTimeout().plus(settings.answerTimeout()))
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.answerTimeout())
                .writeTimeout(settings.answerTimeout())
                .followRedirects(false)
                .followSslRedirects(false)
                // A refresh token that is sent twice may count as stolen.
                .retryOnConnectionFailure(false)
                .proxy(Proxy.NO_PROXY)
                .protocols(List.of(Protocol.HTTP_1_1))
                .sslSocketFactory(trusted.context().getSocketFactory(), trusted.manager())
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
        Request request = new Request.Builder()
                .url(uri.toString())
                .header("Accept", "application/json")
                .post(form(source, secrets))
                .build();
        try {
            return exchange(uri.getHost(), request);
        } catch (RefusedHostException e) {
            throw new SignInException("the token endpoint " + uri.getHost() + " is at a private address", true);
        } catch (IOException e) {
            // Without the cause's words: a parser would quote the answer, tokens and all.
            throw new SignInException(
                    "the token endpoint " + uri.getHost() + " did not answer ("
                            + e.getClass().getSimpleName() + ")",
                    false);
        }
    }

    /** By sockets of its own, which check the address they connect to: the name may have led elsewhere when it was stored. */
    private Grant exchange(String host, Request request) throws IOException, SignInException {
        GuardedSockets sockets = new GuardedSockets(allowed, null);
        OkHttpClient guarded = client.newBuilder().socketFactory(sockets).build();
        try (Response response = guarded.newCall(request).execute()) {
            return read(host, response);
        } finally {
            sockets.drop();
        }
    }

    private static Grant read(String host, Response response) throws IOException, SignInException {
        byte[] bytes;
        try (InputStream body = response.body().byteStream()) {
            bytes = body.readNBytes(LONGEST_ANSWER);
        }
        if (response.code() / 100 == 2) {
            JsonNode answer = JSON.readTree(bytes);
            String token = answer.path("access_token").asText();
            if (token.isEmpty()) {
                throw new SignInException("the token endpoint " + host + " gave no access token", false);
            }
            long seconds = Math.min(answer.path("expires_in").asLong(USUAL_SECONDS), LONGEST_SECONDS);
            String refresh = answer.path("refresh_token").asText();
            return new Grant(token, Duration.ofSeconds(seconds), refresh.isEmpty() ? null : refresh);
        }
        if (response.code() / 100 == 4 && response.code() != 429 && response.code() != 408) {
            throw new SignInException("the token endpoint " + host + " refused with " + codeIn(bytes), true);
        }
        throw new SignInException("the token endpoint " + host + " answered " + response.code(), false);
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

    private static FormBody form(MailAccount.TokenSource source, Secrets secrets) {
        FormBody.Builder form = new FormBody.Builder(UTF_8).add("grant_type", "refresh_token");
        add(form, "refresh_token", secrets.refreshToken());
        add(form, "client_id", source.clientId());
        add(form, "client_secret", secrets.clientSecret());
        add(form, "scope", source.scope());
        return form.build();
    }

    private static void add(FormBody.Builder form, String name, @Nullable String value) {
        if (value != null) {
            form.add(name, value);
        }
    }
}
