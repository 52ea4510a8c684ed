package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tightrope.embedded.Ports;
import dev.tightrope.local.SampleUser;
import dev.tightrope.local.Service;
import dev.tightrope.local.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each service as an operator starts it: its log is JSON, line by line, a request's lines carry its id and nobody's data,
 * and browsers are let in from the front end's origin alone. It is a replica that only answers, beside the shared stack.
 */
class ProductionProcessEndToEndIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String FRONT_END = "https://sales.example";
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final Stack stack = SharedStack.get();
    private Process process;
    private Path log;
    private String url;

    @ParameterizedTest
    @EnumSource
    void it_logs_json_and_lets_only_the_front_end_in(Service service) throws IOException {
        start(service);

        SampleUser user = SampleUser.REP1;
        String token = stack.tokens().of(user);
        String forged = token.substring(0, token.lastIndexOf('.')) + ".AAAA";
        assertThat(call(forged, "refused-1").statusCode()).isEqualTo(401);
        assertThat(preflight(FRONT_END).headers().firstValue("Access-Control-Allow-Origin"))
                .contains(FRONT_END);
        assertThat(preflight("https://evil.example").statusCode()).isEqualTo(403);

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(linesOf("refused-1")).isNotEmpty());
        assertThat(lines()).allSatisfy(line -> {
            assertThat(line.path("timestamp").asText()).isNotBlank();
            assertThat(line.path("level").asText()).isNotBlank();
            assertThat(line.path("loggerName").asText()).isNotBlank();
            assertThat(line.path("message").asText()).isNotBlank();
        });
        assertThat(linesOf("refused-1").toString())
                .contains("Invalid JWS Signature")
                .doesNotContain(user.email(), user.fullName(), user.id().toString(), token.split("\\.")[1]);
    }

    private HttpResponse<Void> call(String token, String requestId) {
        return send(HttpRequest.newBuilder(URI.create(url + "/api/v1/nothing"))
                .header("Authorization", "Bearer " + token)
                .header("X-Request-Id", requestId));
    }

    private HttpResponse<Void> preflight(String origin) {
        return send(HttpRequest.newBuilder(URI.create(url + "/api/v1/nothing"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "Authorization,If-Match,Idempotency-Key"));
    }

    private static HttpResponse<Void> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Every line has to be an object. */
    private List<JsonNode> lines() {
        List<JsonNode> lines = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(log)) {
                lines.add(JSON.readTree(line));
            }
        } catch (IOException e) {
            throw new AssertionError("a line of " + log + " is no JSON", e);
        }
        assertThat(lines).isNotEmpty().allMatch(JsonNode::isObject);
        return lines;
    }

    private List<JsonNode> linesOf(String requestId) {
        return lines().stream()
                .filter(line -> line.at("/mdc/requestId").asText().equals(requestId))
                .toList();
    }

    private void start(Service service) throws IOException {
        int port = Ports.free();
        url = "http://localhost:" + port;
        Path root = stack.config().root();
        log = Files.createTempFile(stack.config().folder(), "production-" + service.module(), ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-jar",
                        root.resolve(service.module())
                                .resolve("target/quarkus-app/quarkus-run.jar")
                                .toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.ofEntries(
                        Map.entry("QUARKUS_HTTP_HOST", "localhost"),
                        Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                        Map.entry("QUARKUS_HTTP_CORS_ENABLED", "true"),
                        Map.entry("QUARKUS_HTTP_CORS_ORIGINS", FRONT_END),
                        // What an operator turns on to see why somebody is not let in.
                        Map.entry("QUARKUS_LOG_CATEGORY__DEV_TIGHTROPE_API__LEVEL", "DEBUG"),
                        Map.entry(
                                "QUARKUS_DATASOURCE_JDBC_URL", stack.postgres().jdbcUrl(service.database())),
                        Map.entry("QUARKUS_DATASOURCE_USERNAME", service.database()),
                        Map.entry("QUARKUS_DATASOURCE_PASSWORD", service.database()),
                        Map.entry("KAFKA_BOOTSTRAP_SERVERS", stack.kafka().bootstrapServers()),
                        Map.entry(
                                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                                stack.config()
                                        .folder()
                                        .resolve("keys/public.pem")
                                        .toUri()
                                        .toString()),
                        Map.entry("TIGHTROPE_MESSAGING_RELAY_ENABLED", "false"),
                        Map.entry("TIGHTROPE_MESSAGING_INBOX_ENABLED", "false"),
                        Map.entry("TIGHTROPE_MAIL_WORKERS", "0"),
                        Map.entry("TIGHTROPE_MAILBOXES_READERS", "0"),
                        Map.entry("TIGHTROPE_SENT_FOLDER_WORKERS", "0"),
                        Map.entry("TIGHTROPE_TIMERS_ENABLED", "false"),
                        Map.entry("TIGHTROPE_REMINDERS_ENABLED", "false")));
        process = builder.start();
        await().atMost(LIMIT).ignoreExceptions().until(() -> {
            assertThat(process.isAlive()).as("see " + log).isTrue();
            return send(HttpRequest.newBuilder(URI.create(url + "/q/health/ready")))
                            .statusCode()
                    == 200;
        });
    }

    @AfterEach
    void end() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
