package dev.tightrope.outreach.inbound.analysis.quotes;

import dev.tightrope.outreach.inbound.analysis.quotes.Line.Mark;
import java.util.ArrayList;
import java.util.List;

/**
 * Sorts the lines of a body to the messages they belong to. A message goes on until the next begins in it or the quote
 * depth falls below its own; a quote taken up again below an answer is the same quote.
 */
final class Nesting {
    private static final int MAX_LEVELS = 200;

    /** Between what a sender wrote in two places: a quote stood there. */
    static final Line GAP = new Line(0, "", Mark.QUOTE);

    private final List<Line> lines;
    private final StartFinder starts;
    private final Level root = new Level(Start.ofQuoteMarks(0, 0), null, 0);
    private final List<Level> levels = new ArrayList<>();
    private Level top = root;

    private Nesting(List<Line> lines, StartFinder starts) {
        this.lines = lines;
        this.starts = starts;
    }

    static Nesting of(List<Line> lines, StartFinder starts) {
        Nesting nesting = new Nesting(lines, starts);
        nesting.read();
        return nesting;
    }

    Level root() {
        return root;
    }

    /** Every quoted message in the order they begin. */
    List<Level> levels() {
        return levels;
    }

    private void read() {
        int i = 0;
        while (i < lines.size()) {
            Line line = lines.get(i);
            boolean empty = line.blank() && line.mark() == Mark.NONE;
            Start start = empty || levels.size() >= MAX_LEVELS ? null : starts.at(lines, i);
            if (start != null) {
                closeTo(line.depth());
                open(start, contentDepth(start, line.depth()));
                if (start.end() > i) {
                    i = start.end();
                    continue;
                }
            } else if (!line.blank()) {
                closeTo(line.depth());
                if (line.depth() > top.contentDepth) {
                    reopen(i);
                }
            }
            top.lines.add(top.isRoot() && !line.blank() ? unquoted(line) : line);
            i++;
        }
    }

    private void closeTo(int depth) {
        while (top.parent != null && top.contentDepth > depth) {
            top.parent.lastClosed = top;
            top = top.parent;
        }
    }

    private void open(Start start, int contentDepth) {
        if (top.start.kind() == Start.Kind.QUOTE_MARKS && !top.isRoot() && top.parent != null && isPrelude(top)) {
            levels.remove(top);
            top = top.parent;
        }
        top.lines.add(GAP);
        top = new Level(start, top, contentDepth);
        levels.add(top);
    }

    /** A line in the quote above the header block, such as a phrase that says it is a forward. */
    private static boolean isPrelude(Level level) {
        return level.text().length() <= 80;
    }

    /** A deeper line without a beginning: the quote above goes on, or one begins of which nobody said whose it is. */
    private void reopen(int i) {
        int depth = lines.get(i).depth();
        while (top.lastClosed != null && top.lastClosed.contentDepth <= depth) {
            top.lines.add(GAP);
            top = top.lastClosed;
        }
        if (top.isRoot() && depth > 0 && (!levels.isEmpty() || moreFollow(i)) && levels.size() < MAX_LEVELS) {
            open(Start.ofQuoteMarks(i, depth), 1);
        }
    }

    /** A lone line with a mark in front may be the sender's own. */
    private boolean moreFollow(int i) {
        return i + 1 < lines.size() && lines.get(i + 1).depth() > 0;
    }

    /** What looked like a quote and is the sender's own gets its marks back. */
    private static Line unquoted(Line line) {
        return line.marks().isEmpty() ? line : new Line(0, line.marks() + " " + line.shown(), line.mark());
    }

    private int contentDepth(Start start, int depth) {
        if (start.kind() == Start.Kind.HEADERS) {
            return start.depth();
        }
        for (int i = start.end(); i < lines.size(); i++) {
            if (!lines.get(i).blank()) {
                return lines.get(i).depth() > start.depth() ? start.depth() + 1 : start.depth();
            }
        }
        return depth;
    }
}
