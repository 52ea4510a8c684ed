package dev.tightrope.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LauncherOptionsTest {

    private static final Path ROOT = Path.of("/repository");

    @Test
    void nothing_asked_for_is_the_plain_run_on_the_usual_ports() {
        LauncherOptions options = LauncherOptions.parse(List.of(), ROOT);
        assertThat(options.demo()).isFalse();
        assertThat(options.folder()).isEqualTo(ROOT.resolve(".local"));
        assertThat(options.ports()).isEqualTo(StackPorts.defaults());
    }

    @Test
    void every_port_has_its_option() {
        StackPorts ports = LauncherOptions.parse(
                        List.of(
                                "--port",
                                "1",
                                "--outreach-port",
                                "2",
                                "--voicemail-port",
                                "3",
                                "--scheduler-port",
                                "4",
                                "--postgres-port",
                                "5",
                                "--kafka-port",
                                "6",
                                "--smtp-port",
                                "7",
                                "--imap-port",
                                "8"),
                        ROOT)
                .ports();
        assertThat(ports).isEqualTo(new StackPorts(1, 2, 3, 4, 5, 6, 7, 8));
    }

    @Test
    void an_unknown_option_or_port_is_named() {
        assertThatThrownBy(() -> LauncherOptions.parse(List.of("--prot", "1"), ROOT))
                .hasMessageContaining("Unknown option --prot");
        assertThatThrownBy(() -> LauncherOptions.parse(List.of("--port", "70000"), ROOT))
                .hasMessageContaining("--port needs a port from 1 to 65535, not 70000");
        assertThatThrownBy(() -> LauncherOptions.parse(List.of("--port"), ROOT))
                .hasMessageContaining("--port needs a value");
    }

    @Test
    void a_taken_port_is_named_with_the_option_that_moves_it() throws IOException {
        StackPorts free = StackPorts.free();
        try (ServerSocket taken = new ServerSocket(0)) {
            StackPorts ports = new StackPorts(
                    free.gateway(),
                    free.outreach(),
                    free.voicemail(),
                    free.scheduler(),
                    free.postgres(),
                    taken.getLocalPort(),
                    free.smtp(),
                    free.imap());
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(LauncherException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is taken")
                    .hasMessageContaining("--kafka-port");
        }
    }

    @Test
    void a_port_given_twice_is_refused_with_both_options() {
        assertThatThrownBy(LauncherOptions.parse(List.of("--free-ports", "--port", "4711", "--smtp-port", "4711"), ROOT)
                        .ports()::requireFree)
                .isInstanceOf(LauncherException.class)
                .hasMessage("--port and --smtp-port cannot both be 4711.");
    }
}
