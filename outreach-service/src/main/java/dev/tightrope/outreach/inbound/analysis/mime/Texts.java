package dev.tightrope.outreach.inbound.analysis.mime;

import java.util.regex.Pattern;

/** Line ends and control characters. */
final class Texts {
    private static final Pattern FOLD = Pattern.compile("\n[ \t]+");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private Texts() {}

    /** Every line end becomes a line feed; NUL goes, because no database text can hold it. */
    static String lines(String text) {
        return text.indexOf('\r') < 0 && text.indexOf('\0') < 0
                ? text
                : text.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "");
    }

    static String unfold(String text) {
        if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return text;
        }
        return FOLD.matcher(lines(text)).replaceAll(" ");
    }

    /** No line end or other control survives: a name or a subject must not grow into a header field of ours. */
    static String oneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == 0x7f || c == '\u2028' || c == '\u2029') {
                return CONTROLS.matcher(text).replaceAll(" ").strip();
            }
        }
        return text.strip();
    }
}
