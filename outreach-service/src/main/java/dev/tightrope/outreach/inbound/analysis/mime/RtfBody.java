package dev.tightrope.outreach.inbound.analysis.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * The text of an RTF body, or the HTML Outlook hid in it (MS-OXRTFEX: {@code \fromhtml1}, {@code \htmltag} groups, text
 * between {@code \htmlrtf} and {@code \htmlrtf0} left out).
 *
 * @param text what was found
 * @param html whether it is HTML
 */
record RtfBody(String text, boolean html) {
    /** Groups that hold no text of the body. */
    private static final Set<String> SILENT = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "header",
            "footer",
            "listtable",
            "generator");

    static RtfBody of(byte[] rtf) {
        String source = new String(rtf, StandardCharsets.ISO_8859_1);
        boolean html = source.contains("\\fromhtml1");
        return new RtfBody(new Reader(source, html).read(), html);
    }

    /** State of one group. */
    private record Group(boolean silent, boolean tag) {}

    private static final class Reader {
        private final String source;
        private final boolean html;
        private final StringBuilder text = new StringBuilder();
        private final Deque<Group> outer = new ArrayDeque<>();
        private Group group = new Group(false, false);
        private boolean rtfOnly;
        private int skipAfterUnicode;
        private int at;

        private Reader(String source, boolean html) {
            this.source = source;
            this.html = html;
        }

        private String read() {
            while (at < source.length()) {
                char c = source.charAt(at++);
                if (c == '{') {
                    outer.push(group);
                } else if (c == '}') {
                    group = outer.isEmpty() ? group : outer.pop();
                } else if (c == '\\') {
                    control();
                } else if (c != '\r' && c != '\n') {
                    put(String.valueOf(c));
                }
            }
            return text.toString();
        }

        private void control() {
            if (at >= source.length()) {
                return;
            }
            char c = source.charAt(at);
            if (Character.isLetter(c)) {
                word();
                return;
            }
            at++;
            if (c == '\'' && at + 2 <= source.length()) {
                int code = Character.digit(source.charAt(at), 16) * 16 + Character.digit(source.charAt(at + 1), 16);
                at += 2;
                put(Charsets.decode(new byte[] {(byte) code}, "windows-1252"));
            } else if (c == '*') {
                group = new Group(true, group.tag());
            } else if (c == '~') {
                put(" ");
            } else if (c == '\\' || c == '{' || c == '}') {
                put(String.valueOf(c));
            }
        }

        private void word() {
            int start = at;
            while (at < source.length() && Character.isLetter(source.charAt(at))) {
                at++;
            }
            String word = source.substring(start, at);
            start = at;
            while (at < source.length() && at - start < 9 && "-0123456789".indexOf(source.charAt(at)) >= 0) {
                at++;
            }
            String number = source.substring(start, at);
            if (at < source.length() && source.charAt(at) == ' ') {
                at++;
            }
            apply(word, number);
        }

        private void apply(String word, String number) {
            switch (word) {
                case "par", "line" -> put("\n");
                case "tab" -> put("\t");
                case "u" -> unicode(number);
                case "htmltag" -> group = new Group(false, true);
                case "htmlrtf" -> rtfOnly = !number.equals("0");
                default -> {
                    if (SILENT.contains(word)) {
                        group = new Group(true, false);
                    }
                }
            }
        }

        private void unicode(String number) {
            try {
                put(String.valueOf((char) Integer.parseInt(number)));
                skipAfterUnicode = 1;
            } catch (NumberFormatException e) {
                // Not a character: nothing to put.
            }
        }

        /** One character behind a Unicode one stands for readers that do not know it. */
        private void put(String piece) {
            if (skipAfterUnicode > 0) {
                skipAfterUnicode--;
            } else if (!group.silent() && (!html || group.tag() || !rtfOnly)) {
                text.append(piece);
            }
        }
    }
}
