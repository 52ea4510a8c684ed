package dev.tightrope.outreach.inbound.analysis.mime;

import dev.tightrope.outreach.inbound.analysis.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads address lists leniently: one character after another, because a grammar gives up on a list for one bad entry. Groups
 * are opened, comments become names where there is no other, names are decoded and freed of controls.
 */
final class Addresses {
    /** More recipients than anybody writes by hand. */
    private static final int MOST = 500;

    private final String text;
    private final List<Party> parties = new ArrayList<>();
    private final StringBuilder phrase = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private @Nullable String address;

    private Addresses(String text) {
        this.text = text;
    }

    static List<Party> parse(String value) {
        Addresses addresses = new Addresses(value.length() > 100_000 ? value.substring(0, 100_000) : value);
        addresses.read();
        return addresses.parties;
    }

    private void read() {
        for (int i = 0; i < text.length() && parties.size() < MOST; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> i = quoted(i + 1);
                case '(' -> i = comment(i + 1);
                case '<' -> i = angle(i + 1);
                case ',', ';' -> end();
                case ':' -> colon();
                case '>' -> {
                    // Left over from doubled brackets.
                }
                default -> phrase.append(c);
            }
        }
        end();
    }

    /** A colon ends a group's name; in {@code mailto:a@b} and the like it ends a scheme, which is no name either. */
    private void colon() {
        phrase.setLength(0);
    }

    private int quoted(int from) {
        int i = from;
        for (; i < text.length() && text.charAt(i) != '"'; i++) {
            if (text.charAt(i) == '\\' && i + 1 < text.length()) {
                i++;
            }
            phrase.append(text.charAt(i));
        }
        return i;
    }

    private int comment(int from) {
        int depth = 1;
        int i = from;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                break;
            }
            comment.append(c);
        }
        return i;
    }

    /** A bracket that is never closed ends with its entry, so that it swallows no others. */
    private int angle(int from) {
        int close = text.indexOf('>', from);
        int comma = text.indexOf(',', from);
        boolean closed = close >= 0
                && (comma < 0 || close < comma || text.substring(from, close).indexOf('@') < comma - from);
        int end = closed ? close : comma < 0 ? text.length() : comma;
        String inside = text.substring(from, end).replace("<", "").strip();
        int route = inside.startsWith("@") ? inside.indexOf(':') : -1;
        if (address == null) {
            address = inside.substring(route + 1);
        }
        return closed ? end : end - 1;
    }

    private void end() {
        String words = EncodedWords.decode(phrase.toString());
        String name = words;
        if (address == null) {
            int at = words.indexOf('@');
            if (at > 0) {
                address = words.contains(" ") ? wordWith(words, at) : words;
                name = EncodedWords.decode(comment.length() > 0 ? comment.toString() : words.replace(address, ""));
            }
        } else if (name.isEmpty()) {
            name = EncodedWords.decode(comment.toString());
        }
        if (address != null && address.indexOf('@') > 0) {
            parties.add(new Party(clean(name), address(address)));
        }
        phrase.setLength(0);
        comment.setLength(0);
        address = null;
    }

    private static String wordWith(String words, int at) {
        int start = words.lastIndexOf(' ', at) + 1;
        int end = words.indexOf(' ', at);
        return words.substring(start, end < 0 ? words.length() : end);
    }

    /** {@code 'Jane'} in single quotes is how Outlook writes a name that is an address. */
    private static @Nullable String clean(String name) {
        String clean = Texts.oneLine(name);
        if (clean.length() > 1 && clean.startsWith("'") && clean.endsWith("'")) {
            clean = clean.substring(1, clean.length() - 1).strip();
        }
        return clean.isEmpty() ? null : clean;
    }

    private static String address(String address) {
        String bare = Texts.oneLine(address).replace(" ", "").toLowerCase(Locale.ROOT);
        return bare.startsWith("mailto:") ? bare.substring("mailto:".length()) : bare;
    }
}
