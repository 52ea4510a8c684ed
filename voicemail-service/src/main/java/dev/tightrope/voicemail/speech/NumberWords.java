package dev.tightrope.voicemail.speech;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words numbers are made of in one language; case and accents do not count. */
final class NumberWords {
    private static final int HUNDRED = 100;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTER = Pattern.compile("\\P{L}+");

    private final Map<String, Long> values = new HashMap<>();
    private final Map<String, Long> multipliers = new HashMap<>();
    private final boolean compound;
    private final Set<String> joints;
    private final String decimal;
    private final String elided;
    private final String unelided;
    private final int longest;

    NumberWords(SpeechLanguage language) {
        for (long number = 0; number < HUNDRED; number++) {
            learn(number, language);
        }
        for (long number = 2 * HUNDRED; number < 10 * HUNDRED; number += HUNDRED) {
            learn(number, language);
        }
        values.entrySet().removeIf(entry -> entry.getKey().contains(" ") && entry.getValue() >= HUNDRED);
        language.forms("digits.other").forEach(pair -> {
            String[] word = pair.split("=");
            if (word.length == 2) {
                values.put(plain(word[0]), Long.valueOf(word[1]));
            }
        });
        multiply(language, "hundred", 100L);
        multiply(language, "thousand", 1_000L);
        multiply(language, "million", 1_000_000L);
        multiply(language, "billion", 1_000_000_000L);
        compound = language.is("figures.compound");
        joints = Set.copyOf(language.forms("figures.joints"));
        decimal = plain(language.word("decimal"));
        elided = language.word("figures.elided");
        unelided = language.word("figures.unelided");
        longest = values.keySet().stream()
                .mapToInt(words -> words.split(" ").length)
                .max()
                .orElse(1);
    }

    private void learn(long number, SpeechLanguage language) {
        BigDecimal value = BigDecimal.valueOf(number);
        for (String words : List.of(
                language.numbers().count(value),
                language.numbers().before("", value),
                language.numbers().feminine(value))) {
            values.put(NO_LETTER.matcher(plain(words)).replaceAll(" ").strip(), number);
        }
    }

    private void multiply(SpeechLanguage language, String name, long by) {
        language.forms("figures." + name).forEach(word -> multipliers.put(plain(word), by));
    }

    /** Lower case without accents. */
    static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
    }

    int longest() {
        return longest;
    }

    Optional<Long> value(String words) {
        return Optional.ofNullable(values.get(words));
    }

    Optional<Long> multiplier(String word) {
        return Optional.ofNullable(multipliers.get(word));
    }

    boolean isJoint(String word) {
        return joints.contains(word);
    }

    boolean isDecimal(String word) {
        return decimal.equals(word);
    }

    /** The parts of a word such as "zweihundertfünfzig"; the word itself where it is not made of numbers. */
    List<String> parts(String text) {
        // Three consonants are written as two: "trettioett" and "tusen" are "trettioettusen".
        String word = elided.isEmpty() ? text : text.replace(elided, unelided);
        if (!compound || values.containsKey(word) || multipliers.containsKey(word)) {
            return List.of(word);
        }
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < word.length()) {
            int end = word.length();
            while (end > at && !known(word.substring(at, end))) {
                end--;
            }
            if (end == at) {
                return List.of(word);
            }
            parts.add(word.substring(at, end));
            at = end;
        }
        return parts;
    }

    private boolean known(String part) {
        return values.containsKey(part) || multipliers.containsKey(part) || joints.contains(part);
    }
}
