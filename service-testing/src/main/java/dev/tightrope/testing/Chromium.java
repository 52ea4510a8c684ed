package dev.tightrope.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium of this machine, which shows what we write as its readers see it. Where there is none, tests that need it are
 * skipped, but never under {@code CI=true}.
 */
public final class Chromium {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Path program;

    private Chromium(Path program) {
        this.program = program;
    }

    /** Finds it, or ends the test. */
    public static Chromium ofThisMachine() {
        return Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Chromium::new)
                .orElseGet(Chromium::missing);
    }

    private static Chromium missing() {
        String remedy = "There is no Chromium on the PATH: install it (Debian: apt-get install chromium)";
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(remedy);
        }
        return Assumptions.abort(remedy);
    }

    /**
     * Opens a page, lets its scripts run, and takes a picture.
     *
     * @return the page as its scripts left it, as HTML
     */
    public String open(Path page, int width, int height, Path picture) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory("chromium");
        Path dom = profile.resolve("page.html");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--hide-scrollbars",
                        "--user-data-dir=" + profile,
                        "--virtual-time-budget=5000",
                        "--window-size=" + width + "," + height,
                        "--screenshot=" + picture.toAbsolutePath(),
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                throw new IllegalStateException(program + " did not show " + page + " within 90 seconds");
            }
            return Files.readString(dom, UTF_8);
        } finally {
            process.destroyForcibly().waitFor();
            delete(profile);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
