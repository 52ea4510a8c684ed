package dev.tightrope.benchmarks.timers;

import dev.tightrope.embedded.EmbeddedPostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements of one batch, driven by pgbench: what the database can do with nobody in between. */
final class Pgbench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");

    private final EmbeddedPostgresServer server;
    private final int batch;
    private final Path script;

    Pgbench(EmbeddedPostgresServer server, int batch) {
        this.server = server;
        this.batch = batch;
        try (InputStream statements = Objects.requireNonNull(Pgbench.class.getResourceAsStream("follow-ups.pgbench"))) {
            script = Files.createTempFile("follow-ups", ".pgbench");
            script.toFile().deleteOnExit();
            Files.copy(statements, script, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Follow-ups a second, by as many connections as there are replicas. */
    double rate(int batches, int replicas) {
        ProcessBuilder pgbench = new ProcessBuilder(List.of(
                        "pgbench",
                        "-n",
                        "-M",
                        "prepared",
                        "-h",
                        "localhost",
                        "-p",
                        Integer.toString(server.port()),
                        "-U",
                        server.user(),
                        "-D",
                        "batch=" + batch,
                        "-c",
                        Integer.toString(replicas),
                        "-j",
                        Integer.toString(replicas),
                        "-t",
                        Integer.toString(batches / replicas),
                        "-f",
                        script.toString(),
                        TimerDatabase.NAME))
                .redirectErrorStream(true);
        pgbench.environment().put("PGPASSWORD", server.password());
        try {
            Process process = pgbench.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher rate = RATE.matcher(said);
            if (process.waitFor() != 0 || !rate.find()) {
                throw new IllegalStateException("pgbench failed: " + said);
            }
            return Double.parseDouble(rate.group(1)) * batch;
        } catch (IOException e) {
            throw new IllegalStateException("pgbench is missing: install Debian's postgresql-contrib", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
