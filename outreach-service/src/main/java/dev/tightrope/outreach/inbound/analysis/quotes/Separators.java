package dev.tightrope.outreach.inbound.analysis.quotes;

import dev.tightrope.outreach.inbound.analysis.quotes.Line.Mark;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines programs set above a quoted message: a rule, words between dashes, or a phrase. */
final class Separators {
    private static final String DRAWN = "-_=*~─—–";
    private static final int MAX_PHRASE = 80;

    /** What Notes prints of the twisty above a quoted message: who, when, and how it begins. */
    private static final Pattern TWISTY =
            Pattern.compile("[^-]{2,120} ---\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}[ ,][^-]{3,30}---.{0,400}");

    private final Lexicon lexicon;

    Separators(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** What a separator says about the message below it. */
    enum Kind {
        /** A drawn line: nothing, disclaimers have them too. */
        RULE,
        /** Words between dashes the lexicon does not have. */
        UNKNOWN_WORDS,
        ORIGINAL,
        FORWARDED
    }

    @Nullable
    Kind of(Line line) {
        if (line.mark() == Mark.RULE
                || isRule(line.text())
                || TWISTY.matcher(line.text()).matches()) {
            return Kind.RULE;
        }
        String text = line.text();
        if (text.isEmpty() || text.length() > MAX_PHRASE) {
            return null;
        }
        String words = words(text);
        Kind known = words.isEmpty() ? null : isDashed(text) ? knownBegin(words) : known(words);
        if (known != null) {
            return known;
        }
        return isDashed(text) && isPhrase(text.strip(), words) ? Kind.UNKNOWN_WORDS : null;
    }

    /** Between strokes whom it is from, or when, may stand behind what it says. */
    private @Nullable Kind knownBegin(String words) {
        for (int end = words.length(); end > 0; end = words.lastIndexOf(' ', end - 1)) {
            Kind known = known(words.substring(0, end));
            if (known != null && (end == words.length() || words.lastIndexOf(' ', end - 1) > 0)) {
                return known;
            }
        }
        return null;
    }

    private @Nullable Kind known(String words) {
        return lexicon.isForwarded(words) ? Kind.FORWARDED : lexicon.isOriginal(words) ? Kind.ORIGINAL : null;
    }

    /** A drawn line of at least five strokes and nothing else; shorter ones are signature delimiters or taste. */
    static boolean isRule(String text) {
        int strokes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && DRAWN.indexOf(c) < 0) {
                return false;
            }
            strokes += c == ' ' ? 0 : 1;
        }
        return strokes >= 4;
    }

    /** Whether strokes stand on both sides of the words. */
    static boolean isDashed(String text) {
        String bare = text.strip();
        int begin = strokes(bare, 0, 1);
        int end = strokes(bare, bare.length() - 1, -1);
        return begin >= 2 && end >= 2 && begin + end < bare.length();
    }

    /** Whether words are more than words: between strokes or with a colon. Without a header block below they must be. */
    static boolean isSetOff(String text) {
        return isDashed(text.replace("*", "")) || text.endsWith(":") || text.endsWith("：");
    }

    private static int strokes(String text, int from, int step) {
        int count = 0;
        for (int i = from; i >= 0 && i < text.length() && DRAWN.indexOf(text.charAt(i)) >= 0; i += step) {
            count++;
        }
        return count;
    }

    /** The words of a separator without its strokes and its colon. */
    static String words(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isEdge(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isEdge(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    private static boolean isEdge(char c) {
        return c == ' ' || c == ':' || c == '：' || DRAWN.indexOf(c) >= 0;
    }

    /** Some name the sender there, too; between a stroke or two that may be a signature. */
    private static boolean isPhrase(String text, String words) {
        boolean names = words.indexOf('@') >= 0 || words.indexOf('<') >= 0;
        return words.length() >= 4
                && words.length() <= 70
                && (!names || (strokes(text, 0, 1) >= 3 && strokes(text, text.length() - 1, -1) >= 3));
    }
}
