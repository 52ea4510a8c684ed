package dev.tightrope.e2e;

import dev.tightrope.local.DemoSettings;
import dev.tightrope.local.SampleData;
import dev.tightrope.local.Stack;
import dev.tightrope.local.StackConfig;
import dev.tightrope.local.StackPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The one stack all stories of a run share; every story brings its own company. */
final class SharedStack {

    private static Stack stack;

    private SharedStack() {}

    /** Short waits, and an undo window that a test can act in while others keep the machine busy. */
    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(DemoSettings.shortWaits());
        settings.put("TIGHTROPE_CALL_UNDO_WINDOW", "PT8S");
        return settings;
    }

    static synchronized Stack get() {
        if (stack == null) {
            try {
                Path folder = Files.createDirectories(Path.of(
                                "target", "stack-" + ProcessHandle.current().pid()))
                        .toAbsolutePath();
                stack = Stack.start(
                        new StackConfig(StackConfig.findRoot(), folder, StackPorts.free(), settings()), what -> {});
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            SampleData.ensure(stack);
        }
        return stack;
    }
}
