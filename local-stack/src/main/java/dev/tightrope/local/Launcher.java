package dev.tightrope.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The local run: starts the stack, fills in sample data, tells the demonstration if asked to, and waits. */
public final class Launcher {

    private Launcher() {}

    /** Runs until it is interrupted, or until the demonstration is over with {@code --exit}. */
    public static void main(String[] arguments) {
        try {
            System.exit(run(List.of(arguments)));
        } catch (LauncherException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (RuntimeException e) {
            // Without an exit the threads of gateway and mail server would keep a broken stack alive.
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static int run(List<String> arguments) {
        Path root = StackConfig.findRoot();
        LauncherOptions options = LauncherOptions.parse(arguments, root);
        if (options.help()) {
            System.out.print(LauncherOptions.USAGE);
            return 0;
        }
        long begin = System.nanoTime();
        Map<String, String> settings = options.shortWaits() ? DemoSettings.shortWaits() : Map.of();
        Stack stack = Stack.start(
                new StackConfig(root, options.folder(), options.ports(), settings),
                what -> System.out.println("Starting: " + what));
        CountDownLatch closed = new CountDownLatch(1);
        Thread closing = new Thread(
                () -> {
                    stack.close();
                    closed.countDown();
                },
                "close-the-stack");
        Runtime.getRuntime().addShutdownHook(closing);
        SampleData.ensure(stack);
        Path environment = EnvironmentFile.write(stack);
        Welcome.print(stack, environment, Duration.ofNanos(System.nanoTime() - begin));
        boolean told = !options.demo() || new Demonstration(stack, System.out).tell();
        if (options.exit()) {
            return told ? 0 : 1;
        }
        System.out.println("Running. Ctrl-C stops everything and keeps the data.");
        await(closed);
        return 0;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
