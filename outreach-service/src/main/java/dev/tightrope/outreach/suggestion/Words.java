package dev.tightrope.outreach.suggestion;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The words of one language, by what they are a sign of. */
final class Words {
    private static final Pattern NEVER = Pattern.compile("(?!)");

    /** Every language there are words of. */
    static final List<Words> ALL =
            List.of(new Words("en"), new Words("sv"), new Words("de"), new Words("fr"), new Words("es"));

    private final String language;
    private final Map<String, List<String>> sections = new HashMap<>();
    private final Map<String, Pattern> patterns = new HashMap<>();
    private final TimesOfLanguage times;

    private Words(String language) {
        this.language = language;
        read();
        sections.forEach(
                (section, lines) -> patterns.put(section, lines.isEmpty() ? NEVER : whole(String.join("|", lines))));
        times = new TimesOfLanguage(this);
    }

    /** Expressions of a sign, to be found as whole words. */
    Pattern of(Sign sign) {
        return pattern(sign.name());
    }

    /** Words that turn what follows into its opposite. */
    Pattern not() {
        return pattern("NOT");
    }

    /** Negations that stand behind what they negate. */
    Pattern notBehind() {
        return pattern("NOT_AFTER");
    }

    /** Words that make what follows a condition. */
    Pattern condition() {
        return pattern("IF");
    }

    /** Negations that negate nothing: "why don't we". */
    Pattern noNegation() {
        return pattern("WHY_NOT");
    }

    TimesOfLanguage times() {
        return times;
    }

    /** The lines of a section. */
    List<String> lines(String section) {
        return Objects.requireNonNull(sections.get(section), () -> "no [" + section + "] in the words of " + language);
    }

    private Pattern pattern(String section) {
        return Objects.requireNonNull(patterns.get(section), () -> "no [" + section + "] in the words of " + language);
    }

    /** An expression that is found as whole words only. */
    static Pattern whole(String expression) {
        return Pattern.compile("(?iU)(?<![\\p{L}\\p{N}])(?:" + expression + ")(?![\\p{L}\\p{N}])");
    }

    private void read() {
        List<String> section = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[") && line.endsWith("]")) {
                    section = new ArrayList<>();
                    sections.put(line.substring(1, line.length() - 1), section);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    section.add(line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open() {
        String name = "words_" + language + ".txt";
        return Objects.requireNonNull(Words.class.getResourceAsStream(name), () -> name + " is missing");
    }
}
