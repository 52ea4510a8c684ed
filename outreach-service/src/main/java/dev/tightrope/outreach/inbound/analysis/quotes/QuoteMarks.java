package dev.tightrope.outreach.inbound.analysis.quotes;

import dev.tightrope.outreach.inbound.analysis.quotes.Line.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the marks in front of quoted lines and mends what wrapping did to them. */
final class QuoteMarks {
    private static final int WRAPPED_FROM = 60;
    private static final Pattern BETWEEN_MARKS =
            Pattern.compile(">>> ?(\\S.{0,200}?) (\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}\\b.{0,40}?) ?>>>");

    private QuoteMarks() {}

    static List<Line> read(List<Line> raw) {
        List<Line> lines = new ArrayList<>(raw.size());
        for (int i = 0; i < raw.size(); i++) {
            lines.add(closesBracket(raw, i) ? raw.get(i) : marked(raw, i));
        }
        for (int i = 1; i + 1 < lines.size(); i++) {
            if (isWrappedRest(lines.get(i - 1), lines.get(i), lines.get(i + 1))) {
                Line rest = lines.get(i);
                lines.set(i, new Line(lines.get(i - 1).depth(), rest.text(), Mark.NONE, "", rest.shown()));
            }
        }
        return lines;
    }

    private static Line marked(List<Line> raw, int i) {
        Line line = raw.get(i);
        String text = line.text();
        Line groupWise = betweenMarks(line);
        if (groupWise != null) {
            return groupWise;
        }
        int at = 0;
        int depth = 0;
        while (at < text.length()) {
            int next = at;
            while (next < text.length() && text.charAt(next) == ' ' && next - at < 2) {
                next++;
            }
            if (next >= text.length() || text.charAt(next) != '>') {
                break;
            }
            depth++;
            at = next + 1;
        }
        if (depth == 0 && hasBar(raw, i)) {
            depth = 1;
            at = 1;
        }
        if (depth == 0) {
            return line;
        }
        String marks = text.substring(0, at);
        String rest = unindented(text.substring(at));
        String shown = line.shown().startsWith(marks) ? unindented(line.shown().substring(at)) : rest;
        return new Line(line.depth() + depth, rest, line.mark(), marks, shown);
    }

    private static String unindented(String rest) {
        String unindented = rest.startsWith(" ") ? rest.substring(1) : rest;
        return unindented.isBlank() ? "" : unindented;
    }

    /**
     * GroupWise puts its attribution between two marks, {@code >>> Jane Doe <jane@…> 11/27/2026 9:00 AM >>>}: here in the
     * order others write it.
     */
    private static @Nullable Line betweenMarks(Line line) {
        Matcher found = BETWEEN_MARKS.matcher(line.text());
        return line.text().length() <= 300 && found.matches()
                ? new Line(line.depth(), found.group(2) + ", " + found.group(1) + ":", Mark.ATTRIBUTION)
                : null;
    }

    /** Some programs draw the quote's bar as text. A lone one may be anything; the last of a table's row closes it. */
    private static boolean hasBar(List<Line> raw, int i) {
        return bar(raw, i) && (bar(raw, i - 1) || bar(raw, i + 1));
    }

    private static boolean bar(List<Line> raw, int i) {
        if (i < 0 || i >= raw.size()) {
            return false;
        }
        String text = raw.get(i).text();
        return text.equals("|") || (text.startsWith("| ") && !text.endsWith("|"));
    }

    /** The bracket of an address that was wrapped in front of it stands where a quote mark would. */
    private static boolean closesBracket(List<Line> raw, int i) {
        String text = raw.get(i).text();
        if (!text.startsWith(">") || text.length() > 40 || !(text.endsWith(":") || text.endsWith("："))) {
            return false;
        }
        int open = 0;
        int seen = 0;
        for (int k = i - 1; k >= 0 && seen < 3; k--) {
            String before = raw.get(k).text();
            if (before.startsWith(">") || before.length() > 500) {
                return false;
            }
            if (!before.isEmpty()) {
                seen++;
                open += count(before, '<') - count(before, '>');
            }
        }
        return open > 0;
    }

    private static int count(String text, char wanted) {
        return (int) text.chars().filter(c -> c == wanted).count();
    }

    /** The rest of a quoted line that lost its mark when it was wrapped, and not an answer between two quoted lines. */
    private static boolean isWrappedRest(Line before, Line line, Line after) {
        if (line.blank()
                || line.mark() != Mark.NONE
                || before.depth() <= line.depth()
                || after.depth() <= line.depth()) {
            return false;
        }
        if (line.shown().endsWith(">")) {
            return true;
        }
        String above = before.text();
        return above.length() >= WRAPPED_FROM
                && ".?!:".indexOf(above.charAt(above.length() - 1)) < 0
                && !Character.isUpperCase(line.text().stripLeading().codePointAt(0));
    }
}
