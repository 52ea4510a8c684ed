package dev.tightrope.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Looks after a running stack: a service that ended by itself is started again, as a container platform would, unless it
 * keeps ending; without its database or broker the stack ends.
 */
final class Caretaker {

    private static final int MOST_RESTARTS = 3;

    private final Stack stack;
    private final Endings endings;
    private final PrintStream out;
    private final Map<Service, Integer> restarts = new EnumMap<>(Service.class);

    Caretaker(Stack stack, Endings endings, PrintStream out) {
        this.stack = stack;
        this.endings = endings;
        this.out = out;
    }

    /** Stays until the stack cannot go on; the JVM's exit code. */
    int stay() {
        while (pause() && !endings.interrupted()) {
            for (Service service : Service.values()) {
                ServiceProcess process = stack.service(service);
                OptionalInt died = process.diedWith();
                if (died.isPresent() && !endings.interrupted() && !revive(service, process, died.getAsInt())) {
                    return 1;
                }
            }
            if (!stack.kafka().isRunning() && !endings.interrupted()) {
                out.println("The broker ended by itself. Its log is in "
                        + stack.config().folder() + "/kafka/broker.log.");
                return 1;
            }
            if (!stack.postgres().isAlive() && !endings.interrupted()) {
                out.println("PostgreSQL ended by itself. Its log is in "
                        + stack.config().folder() + "/postgres.log.");
                return 1;
            }
        }
        return 0;
    }

    private boolean revive(Service service, ServiceProcess process, int exitCode) {
        out.println(service.module() + " ended by itself with exit code " + exitCode + ". The end of " + process.log()
                + ":\n" + process.endOfLog());
        if (restarts.merge(service, 1, Integer::sum) > MOST_RESTARTS) {
            out.println(service.module() + " was started again " + MOST_RESTARTS + " times; that is enough.");
            return false;
        }
        if (!process.revive()) {
            return true;
        }
        try {
            process.awaitReady();
            out.println(service.module() + " runs again.");
            return true;
        } catch (LauncherException e) {
            if (!endings.interrupted()) {
                out.println(e.getMessage());
            }
            return false;
        }
    }

    private static boolean pause() {
        try {
            // Nobody counts down: the JVM ends by a signal, and its hook stops everything.
            return !new CountDownLatch(1).await(Duration.ofSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
