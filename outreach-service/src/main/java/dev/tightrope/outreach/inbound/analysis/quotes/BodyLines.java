package dev.tightrope.outreach.inbound.analysis.quotes;

import dev.tightrope.outreach.inbound.analysis.quotes.Line.Mark;
import java.util.ArrayList;
import java.util.List;

/** Cuts a body into lines, whichever kind of body it is. */
final class BodyLines {
    private BodyLines() {}

    static List<Line> ofPlain(String text) {
        List<Line> lines = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                lines.add(new Line(0, clean(text.substring(begin, i)), Mark.NONE));
                if (i + 1 < text.length() && text.charAt(i) == '\r' && text.charAt(i + 1) == '\n') {
                    i++;
                }
                begin = i + 1;
            }
        }
        return OneLineHeaders.unfold(QuoteMarks.read(lines));
    }

    static List<Line> ofHtml(String html) {
        return OneLineHeaders.unfold(QuoteMarks.read(HtmlText.lines(html)));
    }

    /** Without the characters nobody sees, which would hide a label or a mark from the reader; trailing space cut. */
    static String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\u00a0' || c == '\t' || c == '\u202f' || c == '\u2007') {
                kept.append(' ');
            } else if (!invisible(c)) {
                kept.append(c);
            }
        }
        return kept.toString().stripTrailing();
    }

    private static boolean invisible(char c) {
        return c < ' '
                || c == '\ufeff'
                || c == '\u00ad'
                || (c >= '\u200b' && c <= '\u200f')
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2060' && c <= '\u2069');
    }
}
