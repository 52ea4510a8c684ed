package dev.tightrope.voicemail.recording;

import dev.tightrope.embedded.DeathWatch;
import dev.tightrope.embedded.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.awaitility.Awaitility;

/** A real S3 server over a folder, in a process of its own; every folder in that one is a bucket. */
final class S3ServerProcess implements AutoCloseable {
    static final String ACCESS_KEY = "recordings";
    static final String SECRET_KEY = "secret-of-recordings";

    private final int port = Ports.free();
    private final Process process;
    private final DeathWatch deathWatch;

    S3ServerProcess(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Path settings = folder.resolve("s3proxy.conf");
        try (var out = Files.newOutputStream(settings)) {
            settings(folder.resolve("data")).store(out, null);
        }
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        "target/s3-server/s3proxy-jar-with-dependencies.jar",
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        settings.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3proxy.log").toFile())
                .start();
        deathWatch = DeathWatch.over(process.pid(), "KILL");
        Awaitility.await().until(() -> Ports.answers(port));
    }

    private Properties settings(Path data) {
        Properties settings = new Properties();
        settings.setProperty("s3proxy.authorization", "aws-v4");
        settings.setProperty("s3proxy.identity", ACCESS_KEY);
        settings.setProperty("s3proxy.credential", SECRET_KEY);
        settings.setProperty("s3proxy.endpoint", endpoint().toString());
        settings.setProperty("jclouds.provider", "filesystem");
        settings.setProperty("jclouds.filesystem.basedir", data.toString());
        return settings;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        deathWatch.close();
    }
}
