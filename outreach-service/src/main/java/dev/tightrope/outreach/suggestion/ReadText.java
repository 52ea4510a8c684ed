package dev.tightrope.outreach.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with the signs in it, and what stands around each of them. */
final class ReadText {
    /** Who says no or yes says it at the beginning; what follows is small talk and footers. */
    private static final int BEGINNING = 1500;

    private static final int BEHIND = 25;
    private static final int QUOTE = 160;
    private static final Pattern SENTENCE_END = Pattern.compile("[!?;]|(?<!\\d)\\.(?= |$)|\\n");
    private static final Pattern SEGMENT_END = Pattern.compile(
            "(?iU)[!?;,:\\n]|(?<!\\d)\\.(?= |$)|\\b(?:but|however|men|dock|aber|jedoch|sondern|mais|pero|sino|although|though)\\b");

    private final String text;

    private ReadText(String text) {
        this.text = text;
    }

    static ReadText of(String written) {
        String beginning = written.length() > BEGINNING ? written.substring(0, BEGINNING) : written;
        // A line break ends a line of the writer's program, an empty line ends what was said.
        return new ReadText(beginning
                .replace('\u2019', '\'')
                .replace("\r", "")
                .replaceAll("[ \\t\\u00a0]*\\n[ \\t\\u00a0]*\\n\\s*", "\n")
                .replaceAll("(?<=[^\\n])\\n(?=[^\\n])", "\n")
                .replaceAll("[ \\t\\u00a0]+", " ")
                .strip());
    }

    /** Every sign, in the order of the text. */
    List<Found> signs() {
        StringBuilder left = new StringBuilder(text.replace('\n', ' '));
        List<Found> found = new ArrayList<>();
        for (Sign sign : Sign.values()) {
            for (Words words : Words.ALL) {
                Matcher matcher = words.of(sign).matcher(left.toString());
                while (matcher.find()) {
                    found.add(new Found(sign, matcher.start(), matcher.end()));
                    blank(left, matcher.start(), matcher.end());
                }
            }
        }
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    /** What follows in the same sentence and the next ones, with the sentence itself. */
    String sentenceAndAfter(Found sign) {
        return text.substring(startOf(SENTENCE_END, sign.start()));
    }

    String sentence(Found sign) {
        return text.substring(startOf(SENTENCE_END, sign.start()), endOf(SENTENCE_END, sign.end()));
    }

    boolean negated(Found sign) {
        String before = before(sign);
        return has(before, Words::not) && !has(before, Words::noNegation);
    }

    boolean negatedBehind(Found sign) {
        int end = Math.min(endOf(SEGMENT_END, sign.end()), sign.end() + BEHIND);
        return end > sign.end() && has(text.substring(sign.end(), end), Words::notBehind);
    }

    boolean conditional(Found sign) {
        return has(before(sign), Words::condition);
    }

    /** The sentence it stands in, or what of it is near. */
    String quote(Found sign) {
        int start = startOf(SENTENCE_END, sign.start());
        int end = endOf(SENTENCE_END, sign.end());
        if (end < text.length() && (text.charAt(end) == '?' || text.charAt(end) == '!')) {
            end++;
        }
        String dots = "";
        if (end - start > QUOTE) {
            start = Math.max(start, sign.start() - QUOTE / 3);
            dots = "…";
            end = Math.min(end, start + QUOTE);
        }
        return (dots + text.substring(start, end).strip() + dots).replace('\n', ' ');
    }

    private String before(Found sign) {
        return text.substring(startOf(SEGMENT_END, sign.start()), sign.start());
    }

    private int startOf(Pattern border, int position) {
        Matcher matcher = border.matcher(text).region(0, position);
        int start = 0;
        while (matcher.find()) {
            start = matcher.end();
        }
        return start;
    }

    private int endOf(Pattern border, int position) {
        Matcher matcher = border.matcher(text);
        return matcher.find(Math.min(position, text.length())) ? matcher.start() : text.length();
    }

    private static boolean has(String text, Function<Words, Pattern> what) {
        return Words.ALL.stream()
                .anyMatch(words -> what.apply(words).matcher(text).find());
    }

    private static void blank(StringBuilder text, int start, int end) {
        for (int at = start; at < end; at++) {
            text.setCharAt(at, '\u0001');
        }
    }

    /** A sign and where it stands. */
    record Found(Sign sign, int start, int end) {}
}
