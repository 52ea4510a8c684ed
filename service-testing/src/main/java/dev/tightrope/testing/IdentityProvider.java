package dev.tightrope.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Serves the public keys as a JWKS over HTTP, the way services get them in production. Which keys these are can be changed
 * by HTTP too, because tests do not share their objects with the test resource.
 */
public final class IdentityProvider {
    private static final String LOCATION = "mp.jwt.verify.publickey.location";

    private final HttpServer server;
    private volatile String keys = "";

    IdentityProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/certs", this::answer);
    }

    /** Lets only tokens of these keys pass from now on. */
    public static void publishes(SigningKey... keys) {
        RestAssured.given()
                .contentType("application/json")
                .body(jwks(keys))
                .put(ConfigProvider.getConfig().getValue(LOCATION, String.class))
                .then()
                .statusCode(200);
    }

    Map<String, String> start() {
        SigningKey first = SigningKey.generate(SigningKey.FIRST);
        keys = jwks(first);
        server.start();
        String location = "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + "/certs";
        return Map.of(
                LOCATION,
                location,
                // Quarkus would make up a key for tests, and prefer it; this is SmallRye's word for none.
                "mp.jwt.verify.publickey",
                "NONE",
                SigningKey.PROPERTY,
                first.encoded(),
                // Production asks again for an unknown key at most once a minute; tests do not wait for it.
                "smallrye.jwt.jwks.forced-refresh-interval",
                "0");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("PUT")) {
                keys = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            }
            byte[] body = keys.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String jwks(SigningKey... keys) {
        return Arrays.stream(keys).map(SigningKey::jwk).collect(Collectors.joining(", ", "{\"keys\": [", "]}"));
    }
}
