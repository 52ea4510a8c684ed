package dev.tightrope.outreach.optout;

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

/** The phrases of one language by section, with the named parts put in and without accents. */
final class WordList {
    private final String language;
    private final Map<String, String> parts = new HashMap<>();
    private final Map<String, List<String>> sections = new HashMap<>();

    WordList(String language) {
        this.language = language;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
            String section = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[") && line.endsWith("]")) {
                    section = line.substring(1, line.length() - 1);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    keep(section, Folded.letters(Folded.composed(line.strip())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(String section, String line) {
        if (section.equals("PARTS")) {
            int equals = line.indexOf('=');
            String name = line.substring(0, equals);
            String own = name.equals("COMPANY") ? "|" + OwnCompany.TOKEN : "";
            parts.put(name, filled(line.substring(equals + 1)) + own);
        } else {
            sections.computeIfAbsent(section, name -> new ArrayList<>()).add(filled(line));
        }
    }

    private String filled(String expression) {
        String filled = expression;
        for (Map.Entry<String, String> part : parts.entrySet()) {
            filled = filled.replace("<" + part.getKey() + ">", "(?:" + part.getValue() + ")");
        }
        if (filled.matches(".*<[A-Z]+>.*")) {
            throw new IllegalStateException("a part is missing in the words of " + language + ": " + filled);
        }
        return filled;
    }

    /** The phrases of a section as alternatives. */
    String alternatives(String section) {
        return String.join(
                "|",
                Objects.requireNonNull(
                        sections.get(section), () -> "no [" + section + "] in the words of " + language));
    }

    private InputStream open() {
        String name = "words_" + language + ".txt";
        return Objects.requireNonNull(WordList.class.getResourceAsStream(name), () -> name + " is missing");
    }
}
