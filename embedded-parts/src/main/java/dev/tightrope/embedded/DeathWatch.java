package dev.tightrope.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Ends a child process when this JVM is gone, even after {@code kill -9}: a tiny shell waits on a pipe whose other end
 * only this JVM holds, so the pipe's end is the JVM's end.
 */
public final class DeathWatch implements AutoCloseable {

    private static final String SCRIPT =
            "trap '' INT TERM HUP; read -r word; [ \"$word\" = done ] || kill -s \"$1\" \"$2\" 2>/dev/null";

    private final Process shell;

    private DeathWatch(Process shell) {
        this.shell = shell;
    }

    /** Watches over the process {@code pid}, which gets {@code signal} (such as TERM) when this JVM dies. */
    public static DeathWatch over(long pid, String signal) {
        try {
            return new DeathWatch(new ProcessBuilder("sh", "-c", SCRIPT, "death-watch", signal, Long.toString(pid))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new IllegalStateException("No POSIX shell (sh) to watch over process " + pid, e);
        }
    }

    /** Ends the watch; the watched process is left alone. */
    @Override
    public void close() {
        try (OutputStream pipe = shell.getOutputStream()) {
            pipe.write("done\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException shellHasGoneFirst) {
            shell.destroyForcibly();
        }
    }
}
