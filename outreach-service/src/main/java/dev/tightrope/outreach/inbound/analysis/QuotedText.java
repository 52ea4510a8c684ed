package dev.tightrope.outreach.inbound.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts what a sender wrote out of a plain-text reply: everything before the quote, without quoted lines. */
final class QuotedText {
    /** A line that introduces a quote whatever its language: ends with a colon and holds an address in brackets. */
    private static final Pattern ATTRIBUTION =
            Pattern.compile("^.{0,300}<[^<>\\s]{1,200}@[^<>\\s]{1,200}>.{0,100}:\\s*$");

    private static final Pattern DELIMITER =
            Pattern.compile("^\\s*-{2,}\\s?[\\p{L} ]{4,60}\\s?-{2,}\\s*$|^_{20,}\\s*$");

    private QuotedText() {}

    static String newTextOf(String text) {
        List<String> kept = new ArrayList<>();
        String[] lines = text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            if (line.startsWith(">")) {
                continue;
            }
            if (line.equals("-- ") || DELIMITER.matcher(line).matches() || introducesQuote(lines, i)) {
                break;
            }
            kept.add(line);
        }
        String result = String.join("\n", kept).strip();
        return result.length() <= MessageReader.MAX_TEXT ? result : result.substring(0, MessageReader.MAX_TEXT);
    }

    /** An attribution may be wrapped over two lines and is followed by a quoted line. */
    private static boolean introducesQuote(String[] lines, int i) {
        String one = lines[i];
        String two = i + 1 < lines.length ? one + " " + lines[i + 1] : one;
        return (ATTRIBUTION.matcher(one).matches() && quoteFollows(lines, i + 1))
                || (ATTRIBUTION.matcher(two).matches() && quoteFollows(lines, i + 2));
    }

    private static boolean quoteFollows(String[] lines, int from) {
        for (int i = from; i < lines.length && i < from + 3; i++) {
            if (!lines[i].isBlank()) {
                return lines[i].startsWith(">");
            }
        }
        return false;
    }
}
