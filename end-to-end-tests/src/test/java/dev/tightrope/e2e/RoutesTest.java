package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever routes by the first segment of the path knows every resource there is, with the service it belongs to. Only the
 * administration of a service, which is for operators on the service itself, is not routed.
 */
class RoutesTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern RESOURCE = Pattern.compile("@Path\\(\"/?([a-z-]+)[/\"{]");
    private static final Pattern ROUTED =
            Pattern.compile("path: /api/v1/([a-z-]+)\\s+pathType: Prefix\\s+backend:\\s+service:\\s+name: ([a-z-]+)");
    private static final Pattern MAPPED = Pattern.compile("\\^/api/v1/\\(([a-z|-]+)\\)\\S*\\s+([a-z-]+):");

    @Test
    void theIngressRoutesEveryResource() throws IOException {
        Map<String, String> routed = new TreeMap<>();
        Matcher found = ROUTED.matcher(Files.readString(ROOT.resolve("k8s/base/ingress.yaml")));
        while (found.find()) {
            routed.put(found.group(1), found.group(2));
        }
        assertThat(routed).isEqualTo(resources());
    }

    /** Whatever it does not name goes to outreach-service. */
    @Test
    void theGatewayOfTheComposeFileRoutesEveryResource() throws IOException {
        Map<String, String> routed = new TreeMap<>();
        resources().keySet().forEach(resource -> routed.put(resource, "outreach-service"));
        Matcher found = MAPPED.matcher(Files.readString(ROOT.resolve("compose/gateway.conf")));
        while (found.find()) {
            for (String resource : found.group(1).split("\\|")) {
                routed.put(resource, found.group(2));
            }
        }
        assertThat(routed).isEqualTo(resources());
    }

    /** The first segments of the paths of every service's resource classes, with the service. */
    private static Map<String, String> resources() throws IOException {
        Map<String, String> resources = new TreeMap<>();
        for (String service : List.of("outreach-service", "voicemail-service", "scheduler-service")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(service).resolve("src/main/java"))) {
                for (Path file : files.filter(path -> path.toString().endsWith("Resource.java"))
                        .toList()) {
                    Matcher first = RESOURCE.matcher(Files.readString(file));
                    if (first.find()) {
                        resources.put(first.group(1), service);
                    }
                }
            }
        }
        assertThat(new TreeSet<>(resources.values())).hasSize(3);
        return resources;
    }
}
