package dev.tightrope.voicemail.script;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text made comparable: case, accents and punctuation do not count. */
final class Wording {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…]+[\"'”’)]*(?=\\s|$)|\\R");
    private static final Pattern ABBREVIATION = Pattern.compile(
            "(^|\\s)(mr|mrs|ms|dr|prof|st|inc|ltd|co|corp|hr|fr|bzw|ca|m|mme|sr|sra|no|nr|approx|e\\.g|i\\.e|z\\.b|t\\.ex"
                    // "Die 2. Anlage" and "am 3.5. um neun": the point of an ordinal number.
                    + "|(?:der|die|das|dem|den|des|im|am|zum|vom|beim)\\s\\d{1,2}(?:\\.\\d{1,2})?)$",
            Pattern.CASE_INSENSITIVE);

    private Wording() {}

    /** Lower case without accents. */
    static String plain(String text) {
        String lower = text.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ł", "l")
                .replace('’', '\'')
                .replace('‑', '-');
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    }

    /** The words of a text, plain and separated by one space. */
    static String words(String text) {
        return NO_WORD.matcher(plain(text)).replaceAll(" ").strip();
    }

    /** Whether a text has half of another's longer words at least: people say the same in other words. */
    static boolean mostlyIn(String wanted, String text) {
        Set<String> words = longWords(wanted);
        Set<String> said = longWords(text);
        return words.stream().filter(said::contains).count() * 2 >= words.size();
    }

    private static Set<String> longWords(String text) {
        return Arrays.stream(words(text).split(" "))
                .filter(word -> word.length() >= 4)
                .collect(Collectors.toSet());
    }

    /** The sentences of a text; a line end ends one, the point of a common abbreviation does not. */
    static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        Matcher end = SENTENCE_END.matcher(text);
        int from = 0;
        while (end.find()) {
            String sentence = text.substring(from, end.start());
            if (end.group().equals(".") && ABBREVIATION.matcher(sentence).find()) {
                continue;
            }
            add(sentences, sentence);
            from = end.end();
        }
        add(sentences, text.substring(from));
        return sentences;
    }

    private static void add(List<String> sentences, String sentence) {
        if (!words(sentence).isEmpty()) {
            sentences.add(sentence.strip());
        }
    }
}
