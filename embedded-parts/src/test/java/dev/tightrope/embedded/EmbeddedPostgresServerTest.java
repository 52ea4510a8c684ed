package dev.tightrope.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresServerTest {

    @Test
    void is_as_durable_as_production() throws SQLException {
        try (Connection connection = SharedParts.postgres().connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String setting : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
                assertThat(single(statement, "SHOW " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(single(statement, "SHOW server_version")).startsWith("18.");
        }
    }

    @Test
    void settings_of_its_own_leave_it_durable() throws SQLException {
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(Map.of("shared_buffers", "32MB"));
                Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            assertThat(single(statement, "SHOW shared_buffers")).isEqualTo("32MB");
            assertThat(single(statement, "SHOW fsync")).isEqualTo("on");
        }
    }

    @Test
    void creating_a_database_twice_gives_the_same_database() throws SQLException {
        EmbeddedPostgresServer server = SharedParts.postgres();
        String url = server.createDatabase("created_twice");
        try (Connection connection = server.connect("created_twice");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (id int)");
        }
        assertThat(server.createDatabase("created_twice")).isEqualTo(url);
        try (Connection connection = server.connect("created_twice");
                Statement statement = connection.createStatement()) {
            assertThat(single(statement, "SELECT count(*) FROM kept")).isEqualTo("0");
        }
    }

    @Test
    void a_database_name_that_is_none_is_refused() {
        assertThatThrownBy(() -> SharedParts.postgres().createDatabase("x; DROP TABLE y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x; DROP TABLE y");
    }

    @Test
    void a_commit_survives_a_power_cut_and_an_orderly_stop(@TempDir Path folder) throws SQLException {
        Path data = folder.resolve("data");
        int port;
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(data, 0)) {
            port = server.port();
            server.createDatabase("outreach");
            try (Connection connection = server.connect("outreach");
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE promise (text text)");
                statement.execute("INSERT INTO promise VALUES ('kept')");
            }
            server.kill();
            assertThat(Ports.answers(port)).isFalse();
            server.restart();
            assertPromiseIsKept(server);
        }
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(data, port)) {
            assertThat(server.port()).isEqualTo(port);
            assertPromiseIsKept(server);
        }
    }

    private static void assertPromiseIsKept(EmbeddedPostgresServer server) throws SQLException {
        try (Connection connection = server.connect("outreach");
                Statement statement = connection.createStatement()) {
            assertThat(single(statement, "SELECT text FROM promise")).isEqualTo("kept");
        }
    }

    private static String single(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void a_failed_start_says_what_postgresql_says(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        EmbeddedPostgresServer.start(data, 0).close();
        Files.writeString(data.resolve("PG_VERSION"), "9");
        assertThatThrownBy(() -> EmbeddedPostgresServer.start(data, 0, Duration.ofSeconds(5)))
                .hasMessageContaining("database files are incompatible with server");
    }
}
