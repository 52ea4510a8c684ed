package dev.tightrope.outreach.inbound.analysis.quotes;

import dev.tightrope.outreach.inbound.analysis.quotes.Line.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds where quoted messages begin: by a header block, an attribution, a separator's words, or the HTML. */
final class StartFinder {
    /** Rules, words and blank lines between the first sign of a message and its header block. */
    private static final int MAX_ABOVE = 8;

    private final Lexicon lexicon;
    private final Roles roles;
    private final Separators separators;
    private final HeaderBlockFinder headers;
    private final AttributionFinder attributions;

    StartFinder(Lexicon lexicon, Roles roles) {
        this.lexicon = lexicon;
        this.roles = roles;
        this.separators = new Separators(lexicon);
        this.headers = new HeaderBlockFinder(lexicon, roles);
        this.attributions = new AttributionFinder(lexicon);
    }

    /** The message that begins at a line, null if none does. */
    @Nullable
    Start at(List<Line> lines, int first) {
        Line line = lines.get(first);
        Separators.Kind separator = null;
        Mark mark = Mark.NONE;
        boolean phrase = isPhrase(line);
        int i = phrase ? first + 1 : first;
        int behindSeparators = first;
        boolean words = false;
        while (i < lines.size() && i - first < MAX_ABOVE) {
            Line next = lines.get(i);
            mark = says(next.mark()) ? next.mark() : mark;
            Separators.Kind found = separators.of(next);
            if (found == Separators.Kind.UNKNOWN_WORDS && attributions.at(lines, i) != null) {
                break;
            }
            if (found != null) {
                words |= Separators.isSetOff(next.text());
                separator = separator == null || found.compareTo(separator) > 0 ? found : separator;
                behindSeparators = i + 1;
            } else if (!next.blank() || (separator == null && mark == Mark.NONE && !phrase)) {
                break;
            }
            i++;
        }
        boolean announced = separator != null || mark != Mark.NONE;
        if (i < lines.size() && lines.get(i).depth() >= line.depth() && (i == first || announced || phrase)) {
            Start start = headersOrAttribution(lines, i, separator, mark, phrase, announced);
            if (start != null) {
                return start;
            }
        }
        if (words && (separator == Separators.Kind.FORWARDED || separator == Separators.Kind.ORIGINAL)) {
            return new Start(
                    behindSeparators, Start.Kind.SEPARATOR, separator, mark, false, line.depth(), Head.NONE, 0.8);
        }
        if (says(line.mark())) {
            return new Start(first, Start.Kind.MARKUP, separator, mark, false, line.depth(), Head.NONE, 0.8);
        }
        return null;
    }

    private @Nullable Start headersOrAttribution(
            List<Line> lines,
            int i,
            Separators.@Nullable Kind separator,
            Mark mark,
            boolean phrase,
            boolean announced) {
        Line line = lines.get(i);
        boolean mayBegin = announced || Field.parse(line.text(), lexicon) != null;
        HeaderBlock block = mayBegin ? headers.at(lines, i, announced) : null;
        if (block != null) {
            double confidence = block.known() >= 3 ? 0.97 : block.known() == 2 ? 0.9 : 0.8;
            return new Start(
                    behindClosingSeparator(lines, block.end()),
                    Start.Kind.HEADERS,
                    separator,
                    mark,
                    phrase,
                    line.depth(),
                    roles.head(block),
                    confidence);
        }
        Attribution attribution = phrase ? null : attributions.at(lines, i);
        return attribution == null
                ? null
                : new Start(
                        attribution.end(),
                        Start.Kind.ATTRIBUTION,
                        separator,
                        mark,
                        false,
                        line.depth(),
                        attribution.head(),
                        attribution.confidence());
    }

    /** Some programs repeat the words above the header block below it. */
    private int behindClosingSeparator(List<Line> lines, int end) {
        Separators.Kind kind = end < lines.size() ? separators.of(lines.get(end)) : null;
        boolean words = kind != null && kind != Separators.Kind.RULE;
        boolean nextBegins =
                end + 1 < lines.size() && Field.parse(lines.get(end + 1).text(), lexicon) != null;
        return words && !nextBegins ? end + 1 : end;
    }

    private static boolean says(Mark mark) {
        return mark == Mark.QUOTE || mark == Mark.FORWARD || mark == Mark.ATTRIBUTION;
    }

    /** {@code Begin forwarded message:} in a language the lexicon lacks; inside a quote, where no text of the sender is. */
    private boolean isPhrase(Line line) {
        String text = line.text();
        return line.depth() > 0
                && text.length() <= 60
                && text.endsWith(":")
                && text.indexOf(':') == text.length() - 1
                && text.chars().noneMatch(c -> Character.isDigit(c) || c == '@' || c == '<')
                && lexicon.role(text.substring(0, text.length() - 1)) == null;
    }
}
