package dev.tightrope.local;

import dev.tightrope.embedded.DeathWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One service as the process it is in production: {@code java -jar quarkus-run.jar} with its environment. */
public final class ServiceProcess {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final Service service;
    private final Path jar;
    private final Path log;
    private final int port;
    private final Map<String, String> environment;
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile @Nullable Process process;
    private @Nullable DeathWatch deathWatch;

    ServiceProcess(Service service, Path root, Path logs, int port, Map<String, String> environment) {
        this.service = service;
        this.jar = root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
        this.log = logs.resolve(service.module() + ".log");
        this.port = port;
        this.environment = environment;
    }

    /** Starts the process; {@link #awaitReady()} waits until it serves. */
    public synchronized void start() {
        if (!Files.isRegularFile(jar)) {
            throw new LauncherException(jar + " is missing. Build it first: ./mvnw -DskipTests package");
        }
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        // Unread: lets ps tell the processes of one stack from another's.
                        "-Dtightrope.log=" + log,
                        "-jar",
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Process started = builder.start();
            process = started;
            deathWatch = DeathWatch.over(started.pid(), "TERM");
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start " + service.module(), e);
        }
    }

    /** Waits until the service's readiness check says yes. */
    public void awaitReady() {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!isReady()) {
            if (ended(200) || System.nanoTime() > deadline) {
                String end = endOfLog();
                stop();
                throw new LauncherException(service.module() + " did not become ready on port " + port + ". The end of "
                        + log + ":\n" + end);
            }
        }
    }

    private boolean ended(long milliseconds) {
        Process current = process;
        try {
            return current == null || current.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The last lines of its log. */
    String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return "(unreadable: " + e + ")";
        }
    }

    /** The service's own address, past the gateway. */
    public String url() {
        return "http://localhost:" + port;
    }

    /** The file its output goes to. */
    public Path log() {
        return log;
    }

    /** The process id, if it runs. */
    public long pid() {
        Process current = process;
        return current == null ? -1 : current.pid();
    }

    /** The exit code of a process that ended although nobody here ended it. */
    OptionalInt diedWith() {
        Process current = process;
        return current == null || current.isAlive() ? OptionalInt.empty() : OptionalInt.of(current.exitValue());
    }

    /** Starts a process that died by itself again; not one that was stopped meanwhile. */
    synchronized boolean revive() {
        if (diedWith().isEmpty()) {
            return false;
        }
        forget();
        start();
        return true;
    }

    /** Ends the process as a power cut would ({@code kill -9}). */
    public synchronized void kill() {
        Process current = process;
        if (current != null) {
            current.destroyForcibly();
            ended(20_000);
            forget();
        }
    }

    /** Asks the process to end, and insists after some seconds. */
    public synchronized void stop() {
        Process current = process;
        if (current != null) {
            current.destroy();
            if (!ended(15_000)) {
                current.destroyForcibly();
                ended(20_000);
            }
            forget();
        }
    }

    /** Starts the ended service again, and waits until it is ready. */
    public void restart() {
        start();
        awaitReady();
    }

    private void forget() {
        if (deathWatch != null) {
            deathWatch.close();
        }
        deathWatch = null;
        process = null;
    }
}
