package dev.tightrope.outreach.inbound.analysis.quotes;

import dev.tightrope.outreach.inbound.analysis.quotes.Line.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the line above a quote that says who wrote it, in any language: it holds an address or a name and mostly a date,
 * ends with a colon, and a quote follows. Of these some may be missing when the rest is certain.
 */
final class AttributionFinder {
    private static final int MAX_WRAPPED = 5;
    private static final int MAX_LINE = 400;
    private static final int WRAPPED_FROM = 45;

    private final Lexicon lexicon;

    AttributionFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The attribution that begins at a line, null if there is none. */
    @Nullable
    Attribution at(List<Line> lines, int first) {
        Line line = lines.get(first);
        if (line.blank() || line.text().length() > MAX_LINE) {
            return null;
        }
        StringBuilder joined = new StringBuilder();
        int taken = 0;
        for (int i = first; i < lines.size() && taken < MAX_WRAPPED; i++) {
            Line next = lines.get(i);
            if (next.blank() && taken > 0 && i == first + 1 && opensBracket(lines, i + 1, line.depth())) {
                continue;
            }
            if (next.blank() || next.depth() != line.depth() || next.text().length() > MAX_LINE) {
                return null;
            }
            joined.append(joined.length() == 0 ? "" : " ").append(next.text().strip());
            taken++;
            int strength = strength(joined.toString(), quoteFollows(lines, i + 1, line.depth()), line.mark());
            if (strength > 0 && (strength == Strength.FULL || !opensMore(lines, i))) {
                return beginsLater(lines, first, i, strength) ? null : attribution(joined.toString(), i + 1, strength);
            }
            if (!mayBeWrapped(lines, i)) {
                return null;
            }
        }
        return null;
    }

    /** How much speaks for a text being an attribution. */
    private static final class Strength {
        static final int WEAK = 1;
        static final int GOOD = 2;
        static final int FULL = 3;
    }

    private int strength(String text, boolean quoteFollows, Mark mark) {
        boolean dashed = Separators.isDashed(text);
        boolean ends = text.endsWith(":") || text.endsWith("：") || dashed;
        Addresses.Found address = Addresses.first(text);
        boolean date = DateText.holdsDate(withoutAddresses(text));
        if (!ends && !(quoteFollows && address != null && date && text.length() <= 160)) {
            return 0;
        }
        boolean wrote = lexicon.saysWrote(Separators.words(text));
        if (date && address != null) {
            return wrote || quoteFollows || dashed || isNearEnd(text, last(text, address)) ? Strength.FULL : 0;
        }
        if (mark == Mark.ATTRIBUTION && ends) {
            return Strength.GOOD;
        }
        if ((date || address != null) && (wrote || quoteFollows) || (dashed && wrote && !isQuestion(text))) {
            return Strength.GOOD;
        }
        return wrote && quoteFollows && ends ? Strength.WEAK : 0;
    }

    private static boolean isQuestion(String text) {
        return text.indexOf('?') >= 0;
    }

    /** Between brackets or close to the colon, where programs print it; not somewhere in a sentence. */
    private static boolean isNearEnd(String text, Addresses.Found address) {
        boolean bracketed = address.begin() > 0 && "<([".indexOf(text.charAt(address.begin() - 1)) >= 0;
        return bracketed || text.length() - address.end() <= 12;
    }

    private static Addresses.Found last(String text, Addresses.Found first) {
        Addresses.Found last = first;
        for (Addresses.Found next = first; next != null; next = Addresses.next(text, next.end())) {
            last = next;
        }
        return last;
    }

    private static String withoutAddresses(String text) {
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (Addresses.Found found = Addresses.first(text); found != null; found = Addresses.next(text, from)) {
            rest.append(text, from, found.begin());
            from = found.end();
        }
        return rest.append(text.substring(from)).toString();
    }

    /** Whether the same stands there without the first line: then that is the text above. */
    private boolean beginsLater(List<Line> lines, int first, int last, int strength) {
        boolean quoteFollows = quoteFollows(lines, last + 1, lines.get(first).depth());
        for (int begin = first + 1; begin <= last; begin++) {
            // An address in brackets goes on with the name in front of it.
            if (lines.get(begin).text().startsWith("<")) {
                continue;
            }
            StringBuilder joined = new StringBuilder();
            for (int i = begin; i <= last; i++) {
                joined.append(joined.length() == 0 ? "" : " ")
                        .append(lines.get(i).text().strip());
            }
            String text = joined.toString().strip();
            boolean named = text.length() > 0
                    && !Character.isDigit(text.charAt(0))
                    && strength(text, quoteFollows, Mark.NONE) >= strength;
            if (named || strength(text, quoteFollows, Mark.NONE) == Strength.FULL) {
                return true;
            }
        }
        return false;
    }

    private Attribution attribution(String text, int end, int strength) {
        double confidence = strength == Strength.FULL ? 0.97 : strength == Strength.GOOD ? 0.9 : 0.7;
        return new Attribution(end, new AttributionText(lexicon).head(text), confidence);
    }

    private static boolean mayBeWrapped(List<Line> lines, int i) {
        String text = lines.get(i).text();
        if (hasOpenBracket(text) || opensMore(lines, i)) {
            return true;
        }
        char end = text.charAt(text.length() - 1);
        if (end == ',' || end == '>') {
            return true;
        }
        boolean sentence = ".!?:;".indexOf(end) >= 0
                && !(end == '.' && text.length() > 1 && Character.isDigit(text.charAt(text.length() - 2)));
        return text.length() >= WRAPPED_FROM && !sentence;
    }

    private static boolean hasOpenBracket(String text) {
        return text.lastIndexOf('<') > text.lastIndexOf('>') || text.lastIndexOf('(') > text.lastIndexOf(')');
    }

    private static boolean opensMore(List<Line> lines, int i) {
        return i + 1 < lines.size()
                && (opensBracket(lines, i + 1, lines.get(i).depth())
                        || (lines.get(i + 1).blank()
                                && opensBracket(lines, i + 2, lines.get(i).depth())));
    }

    private static boolean opensBracket(List<Line> lines, int i, int depth) {
        return i < lines.size()
                && lines.get(i).depth() == depth
                && lines.get(i).text().startsWith("<");
    }

    private static boolean quoteFollows(List<Line> lines, int from, int depth) {
        for (int i = from; i < lines.size() && i < from + 4; i++) {
            if (lines.get(i).depth() > depth) {
                return true;
            }
            if (!lines.get(i).blank()) {
                return false;
            }
        }
        return false;
    }
}
