package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.local.Rest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The one command: its demonstration succeeds, its data is kept, and however it ends, no process stays behind. */
@Isolated
class LauncherEndToEndIT {

    private static final Duration START = Duration.ofSeconds(240);
    private static final Duration END = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void the_demonstration_succeeds_and_a_killed_launcher_leaves_no_process_behind() throws Exception {
        try (TightropeScript run = TightropeScript.run(folder, "--demo", "--exit")) {
            assertThat(run.process().waitFor(420, TimeUnit.SECONDS))
                    .as(run.said())
                    .isTrue();
            assertThat(run.process().exitValue()).as(run.said()).isZero();
            assertThat(run.said())
                    .contains("FOLLOW_UP_DUE", "RESPONDED", "ENGAGED")
                    .doesNotContain("FAILED");
            assertThat(run.processes()).as("processes after the exit").isEmpty();
        }
        try (TightropeScript run = TightropeScript.run(folder)) {
            run.awaitSaid("Running.", START);
            assertTheDemonstrationsDataIsThere();
            assertThat(run.processes()).as("processes while it runs").hasSizeGreaterThanOrEqualTo(6);
            if (Files.exists(Path.of("/proc/self/smaps_rollup"))) {
                assertThat(run.residentMegabytes())
                        .as("resident memory of all its processes")
                        .isBetween(300L, 3 * 1024L);
            }

            run.process().destroyForcibly();

            assertNothingStays(run);
        }
    }

    /** What the first run left is what the second one serves: outreaches, sample data made once, delivered mails. */
    private void assertTheDemonstrationsDataIsThere() throws Exception {
        Properties environment = new Properties();
        environment.load(Files.newBufferedReader(folder.resolve("tightrope.env")));
        String base = environment.getProperty("BASE_URL");
        Rest manager = new Rest(base, environment.getProperty("TOKEN_MANAGER"));
        assertThat(manager.get("/outreaches?state=ENGAGED").ok().body().path("data"))
                .as("the outreach that was answered")
                .hasSize(1);
        assertThat(manager.get("/prospects?name=Skagerrak%20Seafood")
                        .ok()
                        .body()
                        .path("data"))
                .as("sample data, not made twice")
                .hasSize(1);
        String mails = page(base + "/mail.txt").body();
        assertThat(mails).as("delivered mails").contains("Subject: Follow up: ");
        Matcher button = Pattern.compile("/outreaches/[0-9a-f-]{36}").matcher(mails);
        assertThat(button.find()).as("a reminder's link").isTrue();
        HttpResponse<String> opened = page(base + button.group());
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
        assertThat(opened.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    }

    private static HttpResponse<String> page(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void interrupted_while_postgresql_starts_it_leaves_no_process_behind() throws Exception {
        end("INT", 130, () -> Files.exists(folder.resolve("postgres/postmaster.pid")));
    }

    @Test
    void terminated_while_the_services_start_it_leaves_no_process_behind() throws Exception {
        end("TERM", 143, () -> Files.exists(folder.resolve("logs/scheduler-service.log")));
    }

    /** The launcher alone gets the signal: it ends what it started, nobody else does. */
    private void end(String signal, int exitCode, Callable<Boolean> moment) throws Exception {
        try (TightropeScript run = TightropeScript.run(folder)) {
            await().pollInterval(Duration.ofMillis(10)).atMost(START).until(moment);
            assertThat(run.said()).doesNotContain("Tightrope is up");

            run.signal(signal);

            assertEndsByTheSignal(run, exitCode);
        }
    }

    @Test
    void ctrl_c_in_the_terminal_ends_a_running_stack_without_a_complaint() throws Exception {
        try (TightropeScript run = TightropeScript.run(folder)) {
            run.awaitSaid("Running.", START);

            run.signalAll("INT");

            assertEndsByTheSignal(run, 130);
            assertThat(run.said()).doesNotContain("Exception").endsWith("The data stays in " + folder + "\n");
        }
    }

    @Test
    void a_service_that_dies_is_started_again_and_without_its_broker_the_run_ends_and_says_so() throws Exception {
        try (TightropeScript run = TightropeScript.run(folder)) {
            run.awaitSaid("Running.", START);

            run.kill("scheduler-service.log");

            run.awaitSaid("scheduler-service runs again.", START);
            assertThat(run.said()).contains("scheduler-service ended by itself with exit code 137");
            run.kill("BrokerProcess");
            assertThat(run.process().waitFor(END.toSeconds(), TimeUnit.SECONDS))
                    .as(run.said())
                    .isTrue();
            assertThat(run.process().exitValue()).isEqualTo(1);
            assertThat(run.said())
                    .contains("The broker ended by itself. Its log is in " + folder + "/kafka/broker.log.");
            assertNothingStays(run);
        }
    }

    @Test
    void sigterm_ends_a_running_stack_and_keeps_its_data() throws Exception {
        try (TightropeScript run = TightropeScript.run(folder)) {
            run.awaitSaid("Running.", START);

            run.signal("TERM");

            assertEndsByTheSignal(run, 143);
            assertThat(run.said()).endsWith("The data stays in " + folder + "\n");
            assertThat(folder.resolve("postgres/PG_VERSION")).exists();
        }
    }

    private static void assertEndsByTheSignal(TightropeScript run, int exitCode) throws Exception {
        assertThat(run.process().waitFor(END.toSeconds(), TimeUnit.SECONDS))
                .as(run.said())
                .isTrue();
        assertThat(run.process().exitValue()).as("exit code of the signal").isEqualTo(exitCode);
        assertThat(run.processes()).as("processes after the launcher's end").isEmpty();
        assertThat(run.said()).doesNotContain("Exception");
    }

    private static void assertNothingStays(TightropeScript run) {
        await().atMost(END)
                .untilAsserted(() -> assertThat(run.processes())
                        .as("processes after kill -9")
                        .isEmpty());
    }

    @Test
    void the_script_says_so_when_there_is_nothing_built(@TempDir Path elsewhere)
            throws IOException, InterruptedException {
        Files.copy(dev.tightrope.local.StackConfig.findRoot().resolve("tightrope"), elsewhere.resolve("tightrope"));
        Process script = new ProcessBuilder("sh", "tightrope", "--no-build")
                .directory(elsewhere.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(script.getInputStream().readAllBytes())).contains("Nothing was built yet");
        assertThat(script.waitFor()).isEqualTo(1);
    }
}
