package dev.tightrope.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL server with production's durability settings, from Maven artifacts; works as root. */
public final class EmbeddedPostgresServer implements AutoCloseable {

    private final Path dataFolder;
    private final boolean temporary;
    private final int port;
    private final Duration startLimit;
    private final Map<String, String> settings;
    private @Nullable EmbeddedPostgres server;
    private @Nullable DeathWatch deathWatch;

    private EmbeddedPostgresServer(
            Path dataFolder, boolean temporary, int port, Duration startLimit, Map<String, String> settings) {
        this.dataFolder = dataFolder;
        this.temporary = temporary;
        this.port = port;
        this.startLimit = startLimit;
        this.settings = settings;
    }

    /** Starts a server on a free port with a temporary data folder, deleted when it is closed. */
    public static EmbeddedPostgresServer start() {
        return start(null, 0);
    }

    /** Starts a server; without a folder the data is temporary, with port 0 a free port is taken. */
    public static EmbeddedPostgresServer start(@Nullable Path dataFolder, int port) {
        return start(dataFolder, port, Duration.ofSeconds(60));
    }

    /** Starts a temporary server with settings of its own, such as {@code shared_buffers}, beside those it always has. */
    public static EmbeddedPostgresServer start(Map<String, String> settings) {
        return start(null, 0, Duration.ofSeconds(60), settings);
    }

    static EmbeddedPostgresServer start(@Nullable Path dataFolder, int port, Duration startLimit) {
        return start(dataFolder, port, startLimit, Map.of());
    }

    private static EmbeddedPostgresServer start(
            @Nullable Path dataFolder, int port, Duration startLimit, Map<String, String> settings) {
        Path folder = dataFolder != null ? dataFolder : Folders.temporary("tightrope-postgres");
        EmbeddedPostgresServer started = new EmbeddedPostgresServer(
                folder, dataFolder == null, port != 0 ? port : Ports.free(), startLimit, settings);
        started.launch();
        return started;
    }

    private void launch() {
        try {
            // The library switches durability off for speed; a crash test on that proves nothing.
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(dataFolder)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(startLimit)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", "64MB")
                    .setOutputRedirector(output())
                    .setErrorRedirector(output());
            settings.forEach(builder::setServerConfig);
            EmbeddedPostgres launched = builder.start();
            server = launched;
            // INT is PostgreSQL's fast shutdown: clients are cut off, the data stays consistent.
            deathWatch = DeathWatch.over(postmasterPid(), "INT");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL did not start on port " + port + " with " + dataFolder + endOfLog(), e);
        }
    }

    private ProcessBuilder.Redirect output() {
        return temporary
                ? ProcessBuilder.Redirect.DISCARD
                : ProcessBuilder.Redirect.appendTo(logFile().toFile());
    }

    /** Beside the data, which PostgreSQL wants for itself. */
    private Path logFile() {
        return dataFolder.resolveSibling(dataFolder.getFileName() + ".log");
    }

    private String endOfLog() {
        if (temporary || !Files.isReadable(logFile())) {
            return "";
        }
        try {
            List<String> lines = Files.readAllLines(logFile());
            return "; the end of " + logFile() + " says:\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** The superuser's name. */
    public String user() {
        return "postgres";
    }

    /** The superuser's password. */
    public String password() {
        return "postgres";
    }

    /** The JDBC URL of a database, without credentials. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** Opens a connection as superuser. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), user(), password());
    }

    /** Creates the database unless it exists, and returns its JDBC URL. */
    public String createDatabase(String database) {
        if (!database.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("A database name is lower case letters, digits and _, not: " + database);
        }
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            boolean exists;
            try (ResultSet found =
                    statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
                exists = found.next();
            }
            if (!exists) {
                statement.execute("CREATE DATABASE " + database);
            }
            return jdbcUrl(database);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not create database " + database, e);
        }
    }

    /** Ends the server as a power cut would; {@link #restart()} recovers from its log. */
    public void kill() {
        EmbeddedPostgres running = running();
        try {
            ProcessHandle postmaster = ProcessHandle.of(postmasterPid()).orElseThrow();
            // The backends first notice their postmaster is gone, and only then may the next one take the folder.
            var backends = postmaster.descendants().toList();
            postmaster.destroyForcibly();
            backends.forEach(ProcessHandle::destroyForcibly);
            postmaster.onExit().join();
            backends.forEach(backend -> backend.onExit().join());
            Files.deleteIfExists(dataFolder.resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        closeServer(running);
    }

    /** Whether it was started and not stopped or killed since. */
    public boolean isRunning() {
        return server != null;
    }

    /** Whether it was started and its process is there: a server may end without being told to. */
    public boolean isAlive() {
        try {
            return isRunning()
                    && ProcessHandle.of(postmasterPid())
                            .map(ProcessHandle::isAlive)
                            .orElse(false);
        } catch (IOException noPostmaster) {
            return false;
        }
    }

    /** Starts again on the same port with the same data, after {@link #kill()} or {@link #stop()}. */
    public void restart() {
        launch();
    }

    /** Stops the server in an orderly way and keeps the data. */
    public void stop() {
        EmbeddedPostgres running = server;
        if (running != null) {
            closeServer(running);
        }
    }

    private void closeServer(EmbeddedPostgres running) {
        try {
            running.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        } finally {
            if (deathWatch != null) {
                deathWatch.close();
            }
            deathWatch = null;
            server = null;
        }
    }

    /** Stops the server and deletes temporary data. */
    @Override
    public void close() {
        stop();
        if (temporary) {
            Folders.delete(dataFolder);
        }
    }

    private EmbeddedPostgres running() {
        EmbeddedPostgres running = server;
        if (running == null) {
            throw new IllegalStateException("PostgreSQL on port " + port + " is not running");
        }
        return running;
    }

    private long postmasterPid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(dataFolder.resolve("postmaster.pid")).get(0).trim());
    }
}
