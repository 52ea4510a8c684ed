package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every key of ours that the code reads is in docs/operations.md, and every key it documents is read. */
class ConfigurationDocumentTest {
    private static final Pattern PROPERTY = Pattern.compile("@ConfigProperty\\(\\s*name = \"(tightrope\\.[^\"]+)\"");
    private static final Pattern MAPPING =
            Pattern.compile("@ConfigMapping\\(prefix = \"(tightrope[^\"]*)\"\\)[^{]*\\{(.*)\\}", Pattern.DOTALL);
    private static final Pattern NESTED = Pattern.compile("(?m)^    interface (\\w+) \\{(.*?)^    \\}", Pattern.DOTALL);
    private static final Pattern METHOD = Pattern.compile(
            "(?m)^ +(?:@WithName\\(\"([^\"]+)\"\\)\\s+)?(?:@\\w+\\(\"[^\"]*\"\\)\\s+)*([A-Z][\\w<>]*|int|boolean) (\\w+)\\(\\);");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(tightrope\\.[a-z0-9.-]+)` \\|");

    @Test
    void keysAreDocumentedAndRead() throws IOException {
        Path root = Path.of("").toAbsolutePath().getParent();
        String document = Files.readString(root.resolve("docs/operations.md"));
        Set<String> documented = DOCUMENTED
                .matcher(document)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(new TreeSet<>(documented)).isEqualTo(keysIn(root));
    }

    private static TreeSet<String> keysIn(Path root) throws IOException {
        TreeSet<String> keys = new TreeSet<>();
        for (String module : Set.of(
                "api-conventions",
                "transactional-messaging",
                "outreach-service",
                "voicemail-service",
                "scheduler-service")) {
            try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(ConfigurationDocumentTest::read)
                        .forEach(source -> {
                            PROPERTY.matcher(source).results().forEach(found -> keys.add(found.group(1)));
                            MAPPING.matcher(source)
                                    .results()
                                    .forEach(found -> addMapping(keys, found.group(1), found.group(2)));
                        });
            }
        }
        return keys;
    }

    private static void addMapping(Set<String> keys, String prefix, String body) {
        String flat = NESTED.matcher(body).replaceAll("");
        for (MatchResult method : METHOD.matcher(flat).results().toList()) {
            String key = prefix + "." + (method.group(1) != null ? method.group(1) : kebab(method.group(3)));
            Matcher nested = Pattern.compile(
                            "(?m)^    interface " + Pattern.quote(method.group(2)) + " \\{(.*?)^    \\}",
                            Pattern.DOTALL)
                    .matcher(body);
            if (nested.find()) {
                addMapping(keys, key, nested.group(1));
            } else {
                keys.add(key);
            }
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
