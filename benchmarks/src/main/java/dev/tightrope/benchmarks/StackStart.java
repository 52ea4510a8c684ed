package dev.tightrope.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How long {@code ./tightrope} takes from an empty folder until it serves with its sample data, against the limit of 90 s
 * on two cores. Everything has to be built; run it in the repository's folder. Ends with 1 beyond {@code -Dstart.limit}.
 */
public final class StackStart {

    private StackStart() {}

    /** Runs it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int limit = Integer.getInteger("start.limit", 90);
        Path folder = Files.createTempDirectory("tightrope-start");
        long begin = System.nanoTime();
        Process script = new ProcessBuilder(
                        List.of("./tightrope", "--no-build", "--free-ports", "--data", folder.toString()))
                .redirectErrorStream(true)
                .start();
        double seconds = Double.MAX_VALUE;
        try (BufferedReader said = script.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith("Running.")) {
                    seconds = (System.nanoTime() - begin) / 1e9;
                    // By its handle: the process itself would close the stream that is read here.
                    script.toHandle().destroy();
                }
            }
        }
        script.waitFor();
        System.out.printf("up after %.1f s, %.0f %% of the limit of %d s%n", seconds, 100 * seconds / limit, limit);
        System.exit(seconds <= limit ? 0 : 1);
    }
}
