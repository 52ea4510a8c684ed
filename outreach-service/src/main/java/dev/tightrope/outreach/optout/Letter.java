package dev.tightrope.outreach.optout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail says between greeting and closing.
 *
 * @param body the text between them, folded
 * @param plainEnd whether what stands below the closing is a signature and nothing else
 */
record Letter(String body, boolean plainEnd) {
    private static final int SIGNATURE_LINES = 14;
    private static final int SIGNATURE_WORDS = 8;
    private static final Pattern CONTACT_MARK = Pattern.compile("@|www\\.|https?|\\||(?:\\d[ /-]?){5}");
    private static final Pattern POSTSCRIPT = Pattern.compile("(?i)^p\\.? ?s\\b");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("\\p{Ll}{5,}[.!]+$|!$");
    private static final Pattern SMALL_WORD = Pattern.compile(
            "(?!(?:of|and|och|und|et|og|de|du|des|von|der|den|fur|for|the|en|in|at|la|av|ja)\\b)\\p{Ll}.*");
    private static final int SMALL_WORDS = 1;
    private static final Pattern WITHOUT_BREAKS = Pattern.compile(" {2,}");

    static Letter of(String folded) {
        List<String> lines = new ArrayList<>(folded.strip()
                .lines()
                .map(line -> WITHOUT_BREAKS.matcher(line.strip()).replaceAll(" "))
                .toList());
        if (!lines.isEmpty()) {
            Matcher greeting = Phrases.GREETING.matcher(lines.get(0));
            if (greeting.find()) {
                lines.set(0, lines.get(0).substring(greeting.end()).strip());
            }
        }
        for (int at = 1; at < lines.size(); at++) {
            if (Phrases.is(Phrases.CLOSING, lines.get(at))) {
                return new Letter(
                        String.join("\n", lines.subList(0, at)).strip(),
                        isSignature(lines.subList(at + 1, lines.size())));
            }
        }
        return new Letter(String.join("\n", lines).strip(), true);
    }

    private static boolean isSignature(List<String> lines) {
        int counted = 0;
        for (String line : lines) {
            if (Phrases.DISCLAIMER.matcher(line).find()) {
                return true;
            }
            if (!line.isEmpty() && (++counted > SIGNATURE_LINES || !isOfSignature(line))) {
                return false;
            }
        }
        return true;
    }

    /** A name, a title, a company, where to find them: no sentence, whose words are small and which ends with a stop. */
    private static boolean isOfSignature(String line) {
        if (line.indexOf('?') >= 0
                || POSTSCRIPT.matcher(line).find()
                || Phrases.SENTENCE.matcher(line).find()) {
            return false;
        }
        String[] words = line.split(" ");
        return CONTACT_MARK.matcher(line).find()
                || words.length <= SIGNATURE_WORDS
                        && !END_OF_SENTENCE.matcher(line).find()
                        && Arrays.stream(words)
                                        .filter(word -> SMALL_WORD.matcher(word).matches())
                                        .count()
                                <= SMALL_WORDS;
    }
}
