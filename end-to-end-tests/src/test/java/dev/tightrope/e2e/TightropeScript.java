package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.local.StackConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/** A run of the script {@code ./tightrope} as whoever cloned the repository runs it, on what this build has built. */
final class TightropeScript implements AutoCloseable {

    private final Path folder;
    private final Path output;
    private final Process process;

    private TightropeScript(Path folder, Path output, Process process) {
        this.folder = folder;
        this.output = output;
        this.process = process;
    }

    /** Starts it with its data in a folder, which also is the mark its processes are known by. */
    static TightropeScript run(Path folder, String... options) throws IOException {
        Path output = Files.createTempFile(folder, "said", ".txt");
        List<String> command = new ArrayList<>(interruptible());
        command.addAll(List.of("./tightrope", "--no-build", "--free-ports", "--data", folder.toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(StackConfig.findRoot().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return new TightropeScript(folder, output, builder.start());
    }

    /** A build in the background ignores SIGINT and so would all its children; a terminal's Ctrl-C is never ignored. */
    private static List<String> interruptible() {
        List<String> reset = List.of("env", "--default-signal=INT");
        try {
            List<String> probe = new ArrayList<>(reset);
            probe.add("true");
            return new ProcessBuilder(probe).start().waitFor() == 0 ? reset : List.of();
        } catch (IOException notHere) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Process process() {
        return process;
    }

    /** Sends a signal such as INT to the launcher. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-s", name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Sends a signal to the launcher and everything it started, as the terminal does with Ctrl-C. */
    void signalAll(String name) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-s", name, Long.toString(process.pid())));
        process.descendants().forEach(child -> command.add(Long.toString(child.pid())));
        new ProcessBuilder(command).start().waitFor();
    }

    /** Ends one of its processes as a power cut would: the one with this word on its command line. */
    void kill(String word) throws IOException, InterruptedException {
        List<String> victims =
                processes().stream().filter(line -> line.contains(word)).toList();
        if (victims.size() != 1) {
            throw new IllegalStateException("One process was to have " + word + " on its command line: " + victims);
        }
        new ProcessBuilder("kill", "-s", "KILL", victims.get(0).split(" ")[0])
                .start()
                .waitFor();
    }

    /** Waits until it has said so; one that ended before, or is too slow, is shown with all it said and did. */
    void awaitSaid(String words, Duration limit) throws IOException, InterruptedException {
        try {
            await().pollInterval(Duration.ofMillis(100))
                    .atMost(limit)
                    .until(() -> !process.isAlive() || said().contains(words));
        } catch (ConditionTimeoutException tooSlow) {
            // A JVM writes where its threads are to its output.
            signal("QUIT");
            process.waitFor(2, TimeUnit.SECONDS);
        }
        assertThat(said()).contains(words);
    }

    /** What it has printed so far. */
    String said() throws IOException {
        return Files.readString(output);
    }

    /** Everything that belongs to it and lives: each process has a path in its folder on its command line. */
    List<String> processes() {
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .filter(found -> found.pid() != ProcessHandle.current().pid())
                .map(found -> found.pid() + " " + commandLine(found))
                .filter(line -> line.contains(folder.toString()))
                .toList();
    }

    /** Memory held by all its processes and their children, what they share counted once; Linux alone tells. */
    long residentMegabytes() {
        return processes().stream()
                        .flatMap(line -> ProcessHandle.of(Long.parseLong(line.split(" ")[0])).stream())
                        .flatMap(known -> Stream.concat(Stream.of(known), known.descendants()))
                        .map(ProcessHandle::pid)
                        .distinct()
                        .mapToLong(TightropeScript::residentKilobytes)
                        .sum()
                / 1024;
    }

    private static long residentKilobytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException goneMeanwhile) {
            return 0;
        }
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

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
