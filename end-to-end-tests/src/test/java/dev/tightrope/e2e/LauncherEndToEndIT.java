package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.local.Launcher;
import dev.tightrope.local.StackConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The one command: its demonstration succeeds, its data is kept, and it leaves no process behind. */
@Isolated
class LauncherEndToEndIT {

    @TempDir
    private Path folder;

    private Process launcher;

    @AfterEach
    void nothing_stays() {
        launcher.destroyForcibly();
    }

    @Test
    void the_demonstration_succeeds_and_a_killed_launcher_leaves_no_process_behind() throws Exception {
        launch("--demo", "--exit");
        assertThat(launcher.waitFor(420, TimeUnit.SECONDS)).as(said()).isTrue();
        assertThat(launcher.exitValue()).as(said()).isZero();
        assertThat(said()).contains("FOLLOW_UP_DUE", "RESPONDED", "ENGAGED").doesNotContain("FAILED");
        assertThat(processes()).as("processes after the exit").isEmpty();

        launch();
        await().atMost(Duration.ofSeconds(240)).until(() -> said().contains("Running."));
        assertThat(Files.readString(folder.resolve("tightrope.env"))).contains("BASE_URL=http://localhost:");
        assertThat(processes()).as("processes while it runs").hasSizeGreaterThanOrEqualTo(6);

        launcher.destroyForcibly();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(processes()).as("processes after kill -9").isEmpty());
    }

    private void launch(String... options) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                "--free-ports",
                "--data",
                folder.toString()));
        command.addAll(List.of(options));
        Files.deleteIfExists(output());
        launcher = new ProcessBuilder(command)
                .directory(StackConfig.findRoot().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
    }

    /** Everything that belongs to this launcher: each process has a path in its folder on its command line. */
    private List<String> processes() {
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .map(process -> process.pid() + " " + commandLine(process))
                .filter(line -> line.contains(folder.toString()))
                .toList();
    }

    private static String commandLine(ProcessHandle process) {
        // Java itself leaves out command lines as long as a class path.
        Path whole = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            return Files.isReadable(whole)
                    ? Files.readString(whole, StandardCharsets.ISO_8859_1).replace('\0', ' ')
                    : process.info().commandLine().orElse("");
        } catch (IOException goneMeanwhile) {
            return "";
        }
    }

    private Path output() {
        return folder.resolve("said.txt");
    }

    private String said() throws IOException {
        return Files.readString(output());
    }
}
