package dev.tightrope.local;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends what was started, the newest first, at whatever moment the end comes: a part that is starting just then is waited
 * for and ended too, and none is started afterwards.
 */
public final class Endings implements AutoCloseable {

    private final Deque<Runnable> endings = new ArrayDeque<>();
    private final Object closing = new Object();
    private boolean begun;
    private volatile boolean interrupted;

    private Endings() {}

    /** Endings that are due when this JVM is asked to end, from now on. */
    public static Endings atExit(Runnable first) {
        Endings endings = new Endings();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            endings.interrupted = true;
                            first.run();
                            endings.close();
                        },
                        "close-the-stack"));
        return endings;
    }

    /** Whether the JVM is ending: what fails now fails because it is being stopped. */
    boolean interrupted() {
        return interrupted;
    }

    /** Starts a part whose end is already arranged. */
    <T> T start(Supplier<T> start, Consumer<T> end) {
        CompletableFuture<T> started = new CompletableFuture<>();
        synchronized (endings) {
            if (begun) {
                throw new LauncherException("Stopped while it was starting");
            }
            endings.push(
                    () -> started.thenAccept(end).exceptionally(Endings::goOn).join());
        }
        try {
            T part = start.get();
            started.complete(part);
            return part;
        } finally {
            started.completeExceptionally(new NeverStarted());
        }
    }

    /** What never started needs no end, and what cannot end must not keep the others running. */
    private static @Nullable Void goOn(Throwable failure) {
        if (!(failure.getCause() instanceof NeverStarted)) {
            System.err.println("Not everything ended as it should: " + failure.getCause());
        }
        return null;
    }

    private static final class NeverStarted extends RuntimeException {}

    /** Ends everything; whoever calls it second waits until the first is through. */
    @Override
    public void close() {
        synchronized (closing) {
            List<Runnable> newestFirst;
            synchronized (endings) {
                begun = true;
                newestFirst = new ArrayList<>(endings);
                endings.clear();
            }
            newestFirst.forEach(Runnable::run);
        }
    }
}
