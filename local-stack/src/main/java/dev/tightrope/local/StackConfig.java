package dev.tightrope.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a stack is started with.
 *
 * @param root the repository, where the built services are found
 * @param folder where data, keys and logs are kept
 * @param settings environment variables for every service, over the usual ones
 */
public record StackConfig(Path root, Path folder, StackPorts ports, Map<String, String> settings) {

    /** The repository around the working directory. */
    public static Path findRoot() {
        Path folder = Path.of("").toAbsolutePath();
        for (Path candidate = folder; candidate != null; candidate = candidate.getParent()) {
            if (Files.isRegularFile(candidate.resolve("outreach-service/pom.xml"))) {
                return candidate;
            }
        }
        throw new LauncherException("Start it inside the repository: no outreach-service at or above " + folder);
    }
}
