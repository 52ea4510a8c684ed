package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.local.EnvironmentFile;
import dev.tightrope.local.Stack;
import dev.tightrope.local.StackConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's walk-through, executed as it is written. */
class WalkThroughEndToEndIT {

    private static final Pattern BLOCK = Pattern.compile("^```bash\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private final Stack stack = SharedStack.get();

    @Test
    void the_walk_through_works_as_written(@TempDir Path folder) throws Exception {
        Path local = Files.createDirectory(folder.resolve(".local"));
        Files.copy(EnvironmentFile.write(stack), local.resolve("tightrope.env"));
        Path script = Files.writeString(folder.resolve("walk-through.sh"), "set -euo pipefail\n" + walkThrough());
        Path output = folder.resolve("output.txt");

        Process bash = new ProcessBuilder("bash", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = bash.waitFor(180, TimeUnit.SECONDS);
        bash.destroyForcibly();

        String said = Files.readString(output);
        assertThat(ended).as("ended in time, having said:\n" + said).isTrue();
        assertThat(bash.waitFor()).as(said).isZero();
        assertThat(said)
                .containsSubsequence(
                        "PREPARING_SCRIPT",
                        "READY_TO_CALL",
                        "AWAITING_RESPONSE",
                        "Subject: ",
                        "Lofoten Fisk",
                        "FOLLOW_UP_DUE",
                        "Subject: Follow up: ",
                        "NO_RESPONSE");
    }

    private static String walkThrough() throws Exception {
        String readme = Files.readString(StackConfig.findRoot().resolve("README.md"));
        String section = readme.substring(readme.indexOf("\n## Walk-through"));
        int next = section.indexOf("\n## ", 1);
        Matcher blocks = BLOCK.matcher(next < 0 ? section : section.substring(0, next));
        StringBuilder script = new StringBuilder();
        while (blocks.find()) {
            script.append(blocks.group(1));
        }
        assertThat(script).as("bash blocks under ## Walk-through").contains("call-attempts");
        return script.toString();
    }
}
