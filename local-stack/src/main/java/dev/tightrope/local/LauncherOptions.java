package dev.tightrope.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param demo tell and run the demonstration
 * @param shortWaits wait for seconds instead of weeks
 * @param exit end after it, with an exit code
 * @param help only show the usage
 */
record LauncherOptions(boolean demo, boolean shortWaits, boolean exit, boolean help, Path folder, StackPorts ports) {

    static final String USAGE = """
            Usage: ./tightrope [options]
              --demo            run the demonstration: two outreaches, told step by step
              --short-waits     waits of 20 s instead of 21 days, by configuration only (--demo implies it)
              --exit            end when everything is up (and the demonstration told); exit code 0 if all went well
              --data FOLDER     where data, keys and logs are kept (default .local)
              --port N          the base URL's port (default 8080)
              --outreach-port N, --voicemail-port N, --scheduler-port N   (8081, 8082, 8083)
              --postgres-port N, --kafka-port N, --smtp-port N, --imap-port N   (15432, 19092, 11025, 11143)
              --free-ports      take whatever ports are free
              --no-build        start what was built before, as it is
              --help            this text
            """;

    static LauncherOptions parse(List<String> arguments, Path root) {
        boolean demo = false;
        boolean shortWaits = false;
        boolean exit = false;
        boolean help = false;
        Path folder = root.resolve(".local");
        StackPorts p = StackPorts.defaults();
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--demo" -> demo = true;
                case "--short-waits" -> shortWaits = true;
                case "--exit" -> exit = true;
                case "--help", "-h" -> help = true;
                case "--no-build" -> {
                    // The script ./tightrope has heeded it.
                }
                case "--free-ports" -> p = StackPorts.free();
                case "--data" -> folder = Path.of(value(option, left)).toAbsolutePath();
                default -> p = withPort(p, option, left);
            }
        }
        return new LauncherOptions(demo, demo || shortWaits, exit, help, folder, p);
    }

    private static StackPorts withPort(StackPorts p, String option, Deque<String> left) {
        return switch (option) {
            case "--port" ->
                new StackPorts(
                        port(option, left),
                        p.outreach(),
                        p.voicemail(),
                        p.scheduler(),
                        p.postgres(),
                        p.kafka(),
                        p.smtp(),
                        p.imap());
            case "--outreach-port" ->
                new StackPorts(
                        p.gateway(),
                        port(option, left),
                        p.voicemail(),
                        p.scheduler(),
                        p.postgres(),
                        p.kafka(),
                        p.smtp(),
                        p.imap());
            case "--voicemail-port" ->
                new StackPorts(
                        p.gateway(),
                        p.outreach(),
                        port(option, left),
                        p.scheduler(),
                        p.postgres(),
                        p.kafka(),
                        p.smtp(),
                        p.imap());
            case "--scheduler-port" ->
                new StackPorts(
                        p.gateway(),
                        p.outreach(),
                        p.voicemail(),
                        port(option, left),
                        p.postgres(),
                        p.kafka(),
                        p.smtp(),
                        p.imap());
            case "--postgres-port" ->
                new StackPorts(
                        p.gateway(),
                        p.outreach(),
                        p.voicemail(),
                        p.scheduler(),
                        port(option, left),
                        p.kafka(),
                        p.smtp(),
                        p.imap());
            case "--kafka-port" ->
                new StackPorts(
                        p.gateway(),
                        p.outreach(),
                        p.voicemail(),
                        p.scheduler(),
                        p.postgres(),
                        port(option, left),
                        p.smtp(),
                        p.imap());
            case "--smtp-port" ->
                new StackPorts(
                        p.gateway(),
                        p.outreach(),
                        p.voicemail(),
                        p.scheduler(),
                        p.postgres(),
                        p.kafka(),
                        port(option, left),
                        p.imap());
            case "--imap-port" ->
                new StackPorts(
                        p.gateway(),
                        p.outreach(),
                        p.voicemail(),
                        p.scheduler(),
                        p.postgres(),
                        p.kafka(),
                        p.smtp(),
                        port(option, left));
            default -> throw new LauncherException("Unknown option " + option + "\n" + USAGE);
        };
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new LauncherException(option + " needs a value\n" + USAGE);
        }
        return left.pop();
    }

    private static int port(String option, Deque<String> left) {
        String text = value(option, left);
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
            throw new LauncherException(option + " needs a port from 1 to 65535, not " + text);
        }
        return Integer.parseInt(text);
    }
}
