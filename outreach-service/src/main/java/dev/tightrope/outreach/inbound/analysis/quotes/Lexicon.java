package dev.tightrope.outreach.inbound.analysis.quotes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The words mail programs write around quoted messages, in many languages. Evidence, never a condition. */
final class Lexicon {
    static final Lexicon ALL = new Lexicon(sections());

    private final Map<String, Set<String>> words = new HashMap<>();
    private final Map<String, Role> roles = new HashMap<>();
    private final List<String[]> sentFrom;

    private Lexicon(Map<String, Map<String, Set<String>>> sections) {
        for (Map<String, Set<String>> section : sections.values()) {
            section.forEach((kind, alternatives) ->
                    words.computeIfAbsent(kind, k -> new HashSet<>()).addAll(alternatives));
        }
        for (Role role : Role.values()) {
            words(role.key()).forEach(word -> roles.putIfAbsent(word, role));
        }
        sentFrom = words("sent-from").stream().map(word -> word.split("…", -1)).toList();
    }

    /** What is left when nothing is known of some languages, not even the words they share with others. */
    static Lexicon without(Set<String> languages) {
        Map<String, Map<String, Set<String>>> sections = sections();
        Set<String> gone = new HashSet<>();
        for (String language : languages) {
            sections.getOrDefault(language, Map.of()).values().forEach(gone::addAll);
            sections.remove(language);
        }
        sections.values().forEach(section -> section.values().forEach(kept -> kept.removeAll(gone)));
        return new Lexicon(sections);
    }

    static Set<String> languages() {
        return new TreeSet<>(sections().keySet());
    }

    /** The alternatives a language has for something, as they compare. */
    static Set<String> words(String language, String kind) {
        return sections().getOrDefault(language, Map.of()).getOrDefault(kind, Set.of());
    }

    @Nullable
    Role role(String label) {
        String normal = normal(label);
        Role role = roles.get(normal);
        return role == null && normal.indexOf('/') > 0 ? roleInTwoLanguages(normal) : role;
    }

    /** {@code Von / From}: companies of several countries label everything twice. */
    private @Nullable Role roleInTwoLanguages(String label) {
        Role common = null;
        for (String one : label.split("/")) {
            Role role = roles.get(one.strip());
            if (role == null || (common != null && role != common)) {
                return null;
            }
            common = role;
        }
        return common;
    }

    boolean isForwarded(String phrase) {
        return words("forwarded").contains(normal(phrase));
    }

    boolean isOriginal(String phrase) {
        return words("original").contains(normal(phrase));
    }

    /** Whether words hold one that says somebody wrote something. */
    boolean saysWrote(String phrase) {
        Set<String> wrote = words("wrote");
        String[] tokens = normal(phrase).split("[ ,]+");
        for (int i = 0; i < tokens.length; i++) {
            StringBuilder run = new StringBuilder();
            for (int n = 0; n < 3 && i + n < tokens.length; n++) {
                run.append(n == 0 ? "" : " ").append(tokens[i + n]);
                if (wrote.contains(run.toString())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a word stands beside a name in an attribution and is none of it. */
    boolean standsBesideName(String word) {
        String normal = normal(word);
        return words("wrote").contains(normal) || words("by").contains(normal);
    }

    boolean isForwardPrefix(String prefix) {
        return words("forward-prefix").contains(normal(prefix));
    }

    boolean isReplyPrefix(String prefix) {
        return words("reply-prefix").contains(normal(prefix));
    }

    /** Whether a line is what a telephone or a mail program adds below what its owner wrote. */
    boolean isSentFrom(String line) {
        String normal = normal(line);
        for (String[] around : sentFrom) {
            if (normal.startsWith(around[0])
                    && (around.length == 1
                            ? normal.length() == around[0].length()
                            : normal.endsWith(around[1])
                                    && normal.length() > around[0].length() + around[1].length())) {
                return true;
            }
        }
        return false;
    }

    private Set<String> words(String kind) {
        return words.getOrDefault(kind, Set.of());
    }

    /** How words compare: composed, without vowel points, lower case, one kind of apostrophe, single spaces. */
    static String normal(String text) {
        String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder normal = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '\u2019' || c == '\u00b4' || c == '`') {
                normal.append('\'');
            } else if (isVowelPoint(c)) {
                continue;
            } else if (!Character.isWhitespace(c) && c != '\u00a0') {
                normal.append(c);
            } else if (normal.length() > 0 && normal.charAt(normal.length() - 1) != ' ') {
                normal.append(' ');
            }
        }
        return normal.toString().strip().toLowerCase(Locale.ROOT);
    }

    /** Hebrew and Arabic are written with them or without. */
    private static boolean isVowelPoint(char c) {
        return c >= '\u0591' && c <= '\u05c7' && Character.getType(c) == Character.NON_SPACING_MARK
                || c >= '\u064b' && c <= '\u0652';
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Map<String, Set<String>>> sections() {
        Map<String, Map<String, Set<String>>> sections = new TreeMap<>();
        Map<String, Set<String>> section = new HashMap<>();
        for (String line : resource().split("\n")) {
            if (line.startsWith("[")) {
                section = sections.computeIfAbsent(line.substring(1, line.indexOf(']')), k -> new HashMap<>());
            } else if (!line.startsWith("#") && line.contains(" = ")) {
                String[] entry = line.split(" = ", 2);
                Set<String> alternatives = section.computeIfAbsent(entry[0], k -> new HashSet<>());
                for (String word : entry[1].split("\\|")) {
                    alternatives.add(normal(word));
                }
            }
        }
        return sections;
    }

    private static String resource() {
        try (InputStream in = Lexicon.class.getResourceAsStream("lexicon.txt")) {
            if (in == null) {
                throw new IllegalStateException("lexicon.txt is missing beside " + Lexicon.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
