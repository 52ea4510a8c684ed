package dev.tightrope.local;

import dev.tightrope.embedded.Ports;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The TCP ports of a local stack. */
public record StackPorts(
        int gateway, int outreach, int voicemail, int scheduler, int postgres, int kafka, int smtp, int imap) {

    /** The ports of {@code ./tightrope}; those of the parts are no usual ones, so that a local PostgreSQL may run. */
    public static StackPorts defaults() {
        return new StackPorts(8080, 8081, 8082, 8083, 15432, 19092, 11025, 11143);
    }

    /** Ports that are free now, for tests. */
    public static StackPorts free() {
        return new StackPorts(
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free());
    }

    int of(Service service) {
        return switch (service) {
            case OUTREACH -> outreach;
            case VOICEMAIL -> voicemail;
            case SCHEDULER -> scheduler;
        };
    }

    /** Throws with the option to use if one of the ports is taken, or was given to two parts. */
    void requireFree() {
        Map<String, Integer> options = new LinkedHashMap<>();
        options.put("--port", gateway);
        options.put("--outreach-port", outreach);
        options.put("--voicemail-port", voicemail);
        options.put("--scheduler-port", scheduler);
        options.put("--postgres-port", postgres);
        options.put("--kafka-port", kafka);
        options.put("--smtp-port", smtp);
        options.put("--imap-port", imap);
        Map<Integer, String> given = new HashMap<>();
        options.forEach((option, port) -> {
            String other = given.put(port, option);
            if (other != null) {
                throw new LauncherException(other + " and " + option + " cannot both be " + port + ".");
            }
            if (Ports.answers(port)) {
                throw new LauncherException("Port " + port + " is taken. Choose another with " + option + " "
                        + (port + 1000) + ", or all at once with --free-ports.");
            }
        });
    }
}
