package dev.tightrope.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** A real single-node Kafka broker (KRaft) in a process of its own, which can be stopped, killed and started again. */
public final class KafkaBroker implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final Path folder;
    private final boolean temporary;
    private final int port;
    private final int heapMegabytes;
    private @Nullable Process process;
    private @Nullable DeathWatch deathWatch;

    private KafkaBroker(Path folder, boolean temporary, int port, int heapMegabytes) {
        this.folder = folder;
        this.temporary = temporary;
        this.port = port;
        this.heapMegabytes = heapMegabytes;
    }

    /** Starts a broker on a free port with temporary data, deleted when it is closed. */
    public static KafkaBroker start() {
        return start(null, 0, 256);
    }

    /** Starts a broker; without a folder its data is temporary, with port 0 a free port is taken. */
    public static KafkaBroker start(@Nullable Path folder, int port, int heapMegabytes) {
        KafkaBroker broker = new KafkaBroker(
                folder != null ? folder : Folders.temporary("tightrope-kafka"),
                folder == null,
                port != 0 ? port : Ports.free(),
                heapMegabytes);
        broker.launch();
        return broker;
    }

    /** What a client takes as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "localhost:" + port;
    }

    /** The port clients connect to; it stays the same over restarts. */
    public int port() {
        return port;
    }

    private void launch() {
        try {
            Files.createDirectories(folder);
            Path properties = folder.resolve("server.properties");
            try (var out = Files.newOutputStream(properties)) {
                settings().store(out, "Written at every start");
            }
            Process started = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx" + heapMegabytes + "m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                            "-Dorg.slf4j.simpleLogger.showDateTime=true",
                            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS",
                            "-Dlog4j2.level=OFF",
                            "-cp",
                            classPath(),
                            BrokerProcess.class.getName(),
                            properties.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                    .start();
            process = started;
            deathWatch = DeathWatch.over(started.pid(), "TERM");
            awaitAnswer(started);
        } catch (IOException e) {
            throw new UncheckedIOException("The Kafka broker did not start on port " + port, e);
        }
    }

    private Path logFile() {
        return folder.resolve("broker.log");
    }

    private Properties settings() {
        int controllerPort = Ports.free();
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "listeners", "CLIENTS://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort,
                "advertised.listeners", "CLIENTS://localhost:" + port,
                "listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name", "CLIENTS",
                "controller.listener.names", "CONTROLLER",
                "controller.quorum.voters", "1@localhost:" + controllerPort,
                "log.dirs", folder.resolve("data").toString()));
        // A killed broker may come back when its session is over; with Kafka's 9 s every restart would wait for that.
        settings.putAll(Map.of("broker.session.timeout.ms", "4000", "broker.heartbeat.interval.ms", "1000"));
        settings.putAll(Map.of(
                "num.partitions", "3",
                "offsets.topic.num.partitions", "3",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.dedupe.buffer.size", "8388608"));
        return settings;
    }

    private static String classPath() throws IOException {
        try (InputStream list = KafkaBroker.class.getResourceAsStream("kafka.classpath")) {
            if (list == null) {
                throw new IOException("kafka.classpath is missing: build embedded-parts with Maven first");
            }
            String jars = new String(list.readAllBytes(), StandardCharsets.UTF_8).trim();
            return String.join(System.getProperty("path.separator"), jars.split("\\|"))
                    + System.getProperty("path.separator")
                    + ownLocation();
        }
    }

    private static Path ownLocation() throws IOException {
        try {
            return Path.of(KafkaBroker.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private void awaitAnswer(Process started) throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!Ports.answers(port)) {
            if (waitFor(started, 50, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                List<String> log = Files.readAllLines(logFile());
                stopProcess(true);
                throw new IOException("The broker did not answer on port " + port + "; the end of " + logFile()
                        + " says:\n"
                        + String.join("\n", log.subList(Math.max(0, log.size() - 20), log.size())));
            }
        }
    }

    /** Creates the topics that do not exist yet; needs kafka-clients on the caller's class path. */
    public void createTopics(int partitions, String... names) {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers()))) {
            var futures = admin.createTopics(Arrays.stream(names)
                            .map(name -> new NewTopic(name, partitions, (short) 1))
                            .toList())
                    .values()
                    .values();
            for (var future : futures) {
                try {
                    future.get(60, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("Could not create topics " + Arrays.toString(names), e);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("The broker did not create " + Arrays.toString(names), e);
        }
    }

    /** Whether the broker's process is alive. */
    public boolean isRunning() {
        Process current = process;
        return current != null && current.isAlive();
    }

    /** Stops the broker in an orderly way; {@link #restart()} brings it back with its data. */
    public void stop() {
        stopProcess(false);
    }

    /** Ends the broker as a power cut would. */
    public void kill() {
        stopProcess(true);
    }

    /** Starts the broker again on the same port with the same data. */
    public void restart() {
        if (isRunning()) {
            throw new IllegalStateException("The broker is still running");
        }
        launch();
    }

    private void stopProcess(boolean forcibly) {
        Process current = process;
        if (current == null) {
            return;
        }
        if (!forcibly) {
            current.destroy();
            waitFor(current, 20, TimeUnit.SECONDS);
        }
        current.destroyForcibly();
        waitFor(current, 20, TimeUnit.SECONDS);
        if (deathWatch != null) {
            deathWatch.close();
        }
        deathWatch = null;
        process = null;
    }

    private static boolean waitFor(Process process, long time, TimeUnit unit) {
        try {
            return process.waitFor(time, unit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Stops the broker and deletes temporary data. */
    @Override
    public void close() {
        // What is about to be deleted needs no orderly end, which takes seconds.
        stopProcess(temporary);
        if (temporary) {
            Folders.delete(folder);
        }
    }
}
