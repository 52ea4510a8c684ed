package dev.tightrope.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeathWatchTest {

    @Test
    void the_child_dies_when_its_parent_is_killed() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long childPid;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            childPid = Long.parseLong(out.readLine());
            ProcessHandle child = ProcessHandle.of(childPid).orElseThrow();
            assertThat(child.isAlive()).isTrue();

            parent.destroyForcibly().waitFor();

            assertThat(child.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }

    @Test
    void a_closed_watch_leaves_the_child_alone() throws Exception {
        Process child = new ProcessBuilder("sleep", "60").start();
        DeathWatch.over(child.pid(), "KILL").close();
        assertThat(child.waitFor(500, TimeUnit.MILLISECONDS)).isFalse();
        child.destroyForcibly().waitFor();
    }

    static final class Parent {
        public static void main(String[] args) throws IOException, InterruptedException {
            Process child = new ProcessBuilder("sleep", "60").start();
            DeathWatch.over(child.pid(), "TERM");
            System.out.println(child.pid());
            child.waitFor();
        }
    }
}
