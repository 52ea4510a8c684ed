package dev.tightrope.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The local run: starts the stack, fills in sample data, tells the demonstration if asked to, and waits. */
public final class Launcher {

    private Launcher() {}

    /** Runs until it is interrupted, or until the demonstration is over with {@code --exit}. */
    public static void main(String[] arguments) {
        try {
            Path root = StackConfig.findRoot();
            LauncherOptions options = LauncherOptions.parse(List.of(arguments), root);
            if (options.help()) {
                System.out.print(LauncherOptions.USAGE);
                return;
            }
            options.ports().requireFree();
            // Before anything is started: an interrupt may come at any moment.
            Endings endings = Endings.atExit(
                    () -> System.out.println("Stopping everything. The data stays in " + options.folder()));
            try {
                System.exit(run(root, options, endings));
            } catch (RuntimeException e) {
                // What is being stopped fails on its way: no news to whoever stopped it.
                if (!endings.interrupted()) {
                    throw e;
                }
            }
        } catch (LauncherException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (RuntimeException e) {
            // Without an exit the threads of gateway and mail server would keep a broken stack alive.
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static int run(Path root, LauncherOptions options, Endings endings) {
        long begin = System.nanoTime();
        Map<String, String> settings = options.shortWaits() ? DemoSettings.shortWaits() : Map.of();
        Stack stack = Stack.start(
                new StackConfig(root, options.folder(), options.ports(), settings),
                endings,
                what -> System.out.println("Starting: " + what));
        SampleData.ensure(stack);
        Path environment = EnvironmentFile.write(stack);
        Welcome.print(stack, environment, Duration.ofNanos(System.nanoTime() - begin));
        boolean told = !options.demo() || new Demonstration(stack, System.out).tell();
        if (options.exit()) {
            return told ? 0 : 1;
        }
        System.out.println("Running. Ctrl-C stops everything and keeps the data.");
        return new Caretaker(stack, endings, System.out).stay();
    }
}
