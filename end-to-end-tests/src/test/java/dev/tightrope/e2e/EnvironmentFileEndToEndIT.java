package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.local.EnvironmentFile;
import dev.tightrope.local.Rest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A script that reads {@code .local/tightrope.env} can go on from there: every value in it works. */
class EnvironmentFileEndToEndIT {

    private static final String BY_ADMINS_ONLY = "/teams";
    private static final String BY_MANAGERS = "/people/00000000-0000-7000-8000-000000000000/team";

    private Map<String, String> values;

    @BeforeEach
    void a_shell_reads_the_file() throws Exception {
        values = read(EnvironmentFile.write(SharedStack.get()));
    }

    private static Map<String, String> read(Path file) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "set -a; . \"$0\"; env", file.toString())
                .redirectErrorStream(true)
                .start();
        Map<String, String> read = new HashMap<>();
        for (String line : new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                read.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        assertThat(shell.waitFor()).isZero();
        return read;
    }

    @Test
    void it_names_everything_a_script_needs() {
        assertThat(values)
                .containsKeys(
                        "BASE_URL",
                        "TOKEN_REP1",
                        "TOKEN_REP2",
                        "TOKEN_MANAGER",
                        "TOKEN_ADMIN",
                        "SMTP_PORT",
                        "IMAP_PORT",
                        "KAFKA_BOOTSTRAP_SERVERS");
    }

    @ParameterizedTest
    @CsvSource({
        "TOKEN_REP1, Anna Lindqvist, 403, 403",
        "TOKEN_REP2, Jonas Weber, 403, 403",
        "TOKEN_MANAGER, Maria Svensson, 403, 400",
        "TOKEN_ADMIN, Olof Berg, 400, 400"
    })
    void each_token_is_its_persons_and_may_what_the_role_may(
            String token, String person, int teamMade, int teamChanged) {
        Rest rest = new Rest(values.get("BASE_URL"), values.get(token));
        assertThat(rest.get("/me").ok().text("name")).isEqualTo(person);
        assertThat(rest.get("/call-tasks").status()).as("at voicemail-service").isEqualTo(200);
        assertThat(rest.get("/timers").status()).as("at scheduler-service").isEqualTo(200);
        // An empty body is refused with 400 by whoever would have taken a complete one.
        assertThat(rest.post(BY_ADMINS_ONLY, "{}").status()).isEqualTo(teamMade);
        assertThat(rest.call("PUT", BY_MANAGERS, "[]", Map.of("If-Match", "\"0\""))
                        .status())
                .isEqualTo(teamChanged);
    }

    @ParameterizedTest
    @CsvSource({"SMTP_PORT, 220", "IMAP_PORT, * OK"})
    void the_mail_server_greets(String port, String greeting) throws IOException {
        try (Socket socket = new Socket("localhost", Integer.parseInt(values.get(port)));
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            assertThat(in.readLine()).startsWith(greeting);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"OUTREACH", "VOICEMAIL", "SCHEDULER"})
    void each_service_is_ready_and_its_database_lets_its_owner_in(String service) throws Exception {
        URI ready = URI.create(values.get(service + "_SERVICE_URL") + "/q/health/ready");
        assertThat(((HttpURLConnection) ready.toURL().openConnection()).getResponseCode())
                .isEqualTo(200);
        try (Connection connection = DriverManager.getConnection(
                        values.get(service + "_JDBC_URL"),
                        values.get(service + "_DB_USER"),
                        values.get(service + "_DB_PASSWORD"));
                var rows = connection.createStatement().executeQuery("SELECT count(*) FROM outbox_event")) {
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    void the_broker_has_the_topics() throws Exception {
        try (Admin admin =
                Admin.create(Map.<String, Object>of("bootstrap.servers", values.get("KAFKA_BOOTSTRAP_SERVERS")))) {
            Set<String> topics = admin.listTopics().names().get(30, TimeUnit.SECONDS);
            assertThat(topics).contains("tightrope.outreach", "tightrope.voicemail", "tightrope.scheduler");
        }
    }
}
